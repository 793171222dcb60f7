import type { FastifyRequest } from 'fastify'
import type { Credentials } from '../access/authenticate.ts'
import { RequestError } from '../domain/request-error.ts'
import { bearerToken } from './bearer-token.ts'
import { sessionCookie } from './session-cookie.ts'

/**
 * Who the request says it comes from. Names travel percent-encoded, since headers are ASCII.
 * @throws RequestError `invalid-request` when a name is not encoded as it should be
 */
export function readCredentials(request: FastifyRequest): Credentials {
  const { headers } = request
  return {
    token: bearerToken(request),
    session: sessionCookie.read(request),
    company: decode('Roster-Company', headers['roster-company']),
    as: decode('Roster-As', headers['roster-as']),
  }
}

function decode(name: string, value: string | readonly string[] | undefined): string | undefined {
  if (typeof value !== 'string') return undefined
  try {
    return decodeURIComponent(value)
  } catch (cause) {
    throw new RequestError('invalid-request', { reason: 'header-encoding', name }, { cause })
  }
}
