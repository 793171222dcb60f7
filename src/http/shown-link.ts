import type { FastifyRequest } from 'fastify'
import type { Needs } from '../access/policy.ts'
import type { TokenKind } from '../directory/token.ts'

/**
 * The secret part of a link, as the page that it opens sends it: in a header, since addresses are written into
 * the logs of whatever stands between.
 */
export function shownLink({ headers }: FastifyRequest): string | undefined {
  const link = headers['roster-link']
  return typeof link === 'string' ? link : undefined
}

/** Is it a link that lets one in? */
export function isByLink(needs: Needs): needs is keyof typeof linkKinds {
  return needs in linkKinds
}

export const linkKinds = {
  'invitation-link': 'invitation',
  'password-link': 'password',
  'set-up-link': 'set-up',
  'guest-link': 'guest',
} as const satisfies Partial<Record<Needs, TokenKind>>
