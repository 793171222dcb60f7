import type { IncomingHttpHeaders } from 'node:http'
import type { Credentials } from '../access/authenticate.ts'
import { RequestError } from '../domain/request-error.ts'

/**
 * Who the request says it comes from. Names travel percent-encoded, since headers are ASCII.
 * @throws RequestError `invalid-request` when a name is not encoded as it should be
 */
export function readCredentials(headers: IncomingHttpHeaders): Credentials {
  const [, token] = /^Bearer +(\S+) *$/i.exec(headers.authorization ?? '') ?? []
  return {
    token,
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
