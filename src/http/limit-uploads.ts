import type { SourceLimits } from '../domain/source-limits.ts'
import { RequestError } from '../domain/request-error.ts'
import { drain } from './drain.ts'
import type { Server } from './route.ts'

// Each upload fills a temporary file, and keeps one of the database's connections while it is stored.
const mostOfUser = 4
const mostOfCompany = 12

/**
 * Lets each user, and each company, have only so many uploads at once, from the first byte to the answer: else one
 * of them could fill the disk, or take all that there is to read files with. Who has too many is refused with
 * `too-many-uploads` before anything is stored.
 */
export function limitUploads(server: Server, { limits }: { readonly limits: SourceLimits }): void {
  const uploads = new Map<string, number>()
  const count = (of: string) => uploads.get(of) ?? 0
  const add = (of: string, change: 1 | -1) => {
    const left = count(of) + change
    if (left === 0) uploads.delete(of)
    else uploads.set(of, left)
  }

  server.addHook('preParsing', async (request, reply) => {
    if (request.routeOptions.config.upload === undefined || request.caller === null) return
    // Who left while the guard looked who it is has been closed already, and would keep the place for ever.
    if (reply.raw.destroyed) {
      throw new RequestError('invalid-request', { reason: 'malformed-upload' })
    }
    const { userId, companyId } = request.caller.actor
    const most = [
      [userId, mostOfUser],
      [companyId, mostOfCompany],
    ] as const
    const reached = most.find(([of, limit]) => count(of) >= limit)
    if (reached !== undefined) {
      // Clients read the answer only once they have sent everything.
      await drain(request.raw, limits.bytes)
      throw new RequestError('too-many-uploads', { limit: reached[1], seconds: 5 })
    }
    for (const [of] of most) add(of, 1)
    reply.raw.once('close', () => {
      for (const [of] of most) add(of, -1)
    })
  })
}
