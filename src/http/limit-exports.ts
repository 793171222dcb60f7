import type { FastifyRequest } from 'fastify'
import { RequestError } from '../domain/request-error.ts'
import { callerOf } from './guard.ts'
import type { Server } from './route.ts'

/**
 * For what looks at everything that a company has: each user may ask for it thirty times in an hour, so that nobody can
 * keep the database busy.
 * @returns what throws RequestError `too-many-requests`
 */
export function limitExports(server: Server): (request: FastifyRequest) => Promise<void> {
  const exports = server.createRateLimit({
    max: 30,
    timeWindow: 3_600_000,
    keyGenerator: (request) => callerOf(request).actor.userId,
  })
  return async (request) => {
    const limit = await exports(request)
    if (limit.isAllowed || !limit.isExceeded) return
    throw new RequestError('too-many-requests', { seconds: limit.ttlInSeconds })
  }
}
