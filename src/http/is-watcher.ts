import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { bearerToken } from './bearer-token.ts'
import type { Services } from './route.ts'

/** Does the request show the token of whoever watches over the server? Nobody does where none is set. */
export function isWatcher(
  request: FastifyRequest,
  { metricsToken }: Pick<Services, 'metricsToken'>,
): boolean {
  const token = bearerToken(request)
  if (token === undefined || metricsToken === null) return false
  return timingSafeEqual(sha256(token), sha256(metricsToken))
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
