import type { FastifyRequest } from 'fastify'
import { isSameSecret } from '../access/is-same-secret.ts'
import { bearerToken } from './bearer-token.ts'
import type { Services } from './route.ts'

/** Does the request show the token of whoever watches over the server? Nobody does where none is set. */
export function isWatcher(
  request: FastifyRequest,
  { metricsToken }: Pick<Services, 'metricsToken'>,
): boolean {
  const token = bearerToken(request)
  return token !== undefined && metricsToken !== null && isSameSecret(token, metricsToken)
}
