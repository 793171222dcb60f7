import { RequestError } from '../domain/request-error.ts'
import type { Server } from './route.ts'

// A text of 10 MB is parsed in a twentieth of a second. As much JSON of nothing but brackets or keys takes seconds,
// in which nobody else is served, and no request has need of it.
const mostValues = 50_000

/** Reads bodies of JSON. Throws `invalid-request` for what is none, or has more values than any request needs. */
export function parseJson(server: Server): void {
  const parse = server.getDefaultJsonParser('error', 'error')
  server.removeContentTypeParser('application/json')
  server.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    (request, body: Buffer, done) => {
      if (hasMoreValues(body, mostValues)) {
        done(new RequestError('invalid-request', { reason: 'too-many-values' }))
      } else void parse(request, body.toString('utf8'), done)
    },
  )
}

const [quote, backslash, comma, bracket, brace] = [0x22, 0x5c, 0x2c, 0x5b, 0x7b]

/** Counts commas and what opens something, outside of strings. */
export function hasMoreValues(json: Uint8Array, most: number): boolean {
  let count = 0
  let isInString = false
  for (let at = 0; at < json.length; at += 1) {
    const byte = json[at]
    if (byte === quote) isInString = !isInString
    else if (isInString) {
      if (byte === backslash) at += 1
    } else if (byte === comma || byte === bracket || byte === brace) {
      count += 1
      if (count > most) return true
    }
  }
  return false
}
