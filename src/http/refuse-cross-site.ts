import type { FastifyRequest } from 'fastify'
import { RequestError } from '../domain/request-error.ts'
import { bearerToken } from './bearer-token.ts'
import { sessionCookie } from './session-cookie.ts'

/**
 * Keeps the pages of other sites from changing anything through somebody's browser (CSRF), which would send
 * the cookie for them. Whoever sends a bearer token does so knowingly, and is not known by the cookie.
 * @throws RequestError `cross-site-request`
 */
export function refuseCrossSite(request: FastifyRequest, publicUrl: string): void {
  if (harmless.has(request.method) || bearerToken(request) !== undefined) return
  const origin = originOf(request, publicUrl)
  // A request without a cookie may come from a program, which says nothing about where it comes from.
  const isProved = origin === 'own' || sessionCookie.read(request) === undefined
  if (origin === 'foreign' || !isProved) throw new RequestError('cross-site-request')
}

const harmless: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Where the page is that asks, as the browser says. `Sec-Fetch-Site` cannot be forged by a page; browsers send it to
 * https and to this machine only, and `Origin` with everything that is not harmless.
 */
function originOf({ headers }: FastifyRequest, publicUrl: string): 'own' | 'foreign' | 'unknown' {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none' ? 'own' : 'foreign'
  if (headers.origin === undefined) return 'unknown'
  const origin = URL.parse(headers.origin)
  const isOwn = origin?.host === headers.host || origin?.origin === new URL(publicUrl).origin
  return origin !== null && isOwn ? 'own' : 'foreign'
}
