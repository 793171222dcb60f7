import type { FastifyReply, FastifyRequest } from 'fastify'
import { authenticate, holdsFolderKey, type Authority } from '../access/authenticate.ts'
import { may, type Caller } from '../access/caller.ts'
import { RequestError } from '../domain/request-error.ts'
import { readCredentials } from './read-credentials.ts'
import { preferredLanguage } from './preferred-language.ts'
import { permissionLabel, type RoutePermission } from './permission.ts'
import type { Server, Services } from './route.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Null before the guard has let the request in, and where nobody needs to be known. */
    caller: Caller | null
  }
}

/**
 * Stands before every route: the one place that lets callers in. A route that names no permission
 * cannot be registered.
 * @param open the part of the address below which everything is public (the documentation's own files)
 */
export function guard(server: Server, services: Services, open: string): void {
  server.decorateRequest('caller', null)
  server.addHook('onRoute', (route) => {
    if (isBelow(route.url, open)) route.config = { ...route.config, permission: 'public' }
    if (route.config?.permission === undefined) {
      throw new Error(`The route ${String(route.method)} ${route.url} names no permission.`)
    }
  })
  const countFailure = failureLimit(server)
  server.addHook('onRequest', async (request, reply) => {
    if (request.is404) return
    const { permission } = request.routeOptions.config
    if (permission === undefined) throw new Error('A route without a permission was reached.')
    try {
      await admit(request, permission, { ...services, now: services.now() })
    } catch (error) {
      if (error instanceof RequestError && error.code === 'sign-in-required') {
        reply.header('WWW-Authenticate', 'Bearer realm="roster"')
        await countFailure(request, reply)
      }
      throw error
    }
  })
}

/** The caller of a route that lets only users in. */
export function callerOf(request: FastifyRequest): Caller {
  if (request.caller === null) throw new Error('The route asks for a caller, but needs none.')
  return request.caller
}

async function admit(
  request: FastifyRequest,
  permission: RoutePermission,
  authority: Authority,
): Promise<void> {
  if (permission === 'public') return
  const credentials = readCredentials(request.headers)
  if (permission === 'installation' && holdsFolderKey(credentials, authority)) return
  request.caller = await authenticate(credentials, authority)
  if (permission === 'signed-in') return
  if (permission === 'installation' || !may(request.caller, permission)) {
    const label = permissionLabel(permission, preferredLanguage(request))
    throw new RequestError('permission-required', { permission: label })
  }
}

// Keys cannot be guessed; this only keeps somebody who tries from keeping the database busy.
// Whoever shows a valid key is let in however often others fail from the same address.
function failureLimit(server: Server) {
  const check = server.createRateLimit({ max: 300, timeWindow: 60_000 })
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const limit = await check(request)
    if (limit.isAllowed || !limit.isExceeded) return
    reply.header('Retry-After', limit.ttlInSeconds)
    throw new RequestError('too-many-requests', { seconds: limit.ttlInSeconds })
  }
}

function isBelow(url: string, folder: string): boolean {
  return url === folder || url.startsWith(`${folder}/`)
}
