import type { FastifyReply, FastifyRequest } from 'fastify'
import { RequestError } from '../domain/request-error.ts'
import type { Server } from './route.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** Counts a failed attempt from the request's address. */
    failedAttempts: ReturnType<FastifyInstance['createRateLimit']>
  }
}

/**
 * Lets attempts to prove who calls be counted. Keys cannot be guessed; this only keeps somebody who tries from
 * keeping the database busy.
 */
export function limitFailures(server: Server): void {
  server.decorate('failedAttempts', server.createRateLimit({ max: 300, timeWindow: 60_000 }))
}

/**
 * Lets `identify` find out who calls, and counts when it cannot. Whoever proves who they are is let in however
 * often others fail from the same address.
 * @throws RequestError `too-many-requests` instead of `sign-in-required`, and whatever else `identify` throws
 */
export async function countingFailures<Found>(
  request: FastifyRequest,
  reply: FastifyReply,
  identify: () => Promise<Found>,
): Promise<Found> {
  try {
    return await identify()
  } catch (error) {
    if (!(error instanceof RequestError) || error.code !== 'sign-in-required') throw error
    reply.header('WWW-Authenticate', 'Bearer realm="roster"')
    const limit = await request.server.failedAttempts(request)
    if (limit.isAllowed || !limit.isExceeded) throw error
    reply.header('Retry-After', limit.ttlInSeconds)
    throw new RequestError('too-many-requests', { seconds: limit.ttlInSeconds })
  }
}
