import {
  fetchUserInfo,
  type Configuration,
  type TokenEndpointResponse,
  type TokenEndpointResponseHelpers,
} from 'openid-client'
import type { Identity } from './identity.ts'
import { SingleSignOnError } from './single-sign-on-error.ts'

/**
 * What can be believed of what the provider says. An address that somebody merely typed there could be anybody's, so
 * it counts only where the provider says that it has verified it, or where all of its addresses are trusted.
 */
export async function believe(
  configuration: Configuration,
  tokens: TokenEndpointResponse & TokenEndpointResponseHelpers,
  trustsEmail: boolean,
): Promise<Identity> {
  const claims = tokens.claims()
  if (claims === undefined) throw new SingleSignOnError('single-sign-on-failed')
  const { iss: issuer, sub: subject } = claims
  const told = tellsEmail(claims)
    ? claims
    : await ask(configuration, { accessToken: tokens.access_token, subject })
  const { email, email_verified: isVerified } = told
  if (typeof email !== 'string') return { issuer, subject, email: null, isUnverified: false }
  return trustsEmail || isVerified === true
    ? { issuer, subject, email, isUnverified: false }
    : { issuer, subject, email: null, isUnverified: true }
}

interface Told {
  readonly sub: string
  readonly email?: unknown
  readonly email_verified?: unknown
}

/** Both, since they belong together: an address from the one place is not verified by a word from another. */
function tellsEmail({ email, email_verified: isVerified }: Told): boolean {
  return email !== undefined && isVerified !== undefined
}

async function ask(
  configuration: Configuration,
  { accessToken, subject }: { readonly accessToken: string; readonly subject: string },
): Promise<Told> {
  if (configuration.serverMetadata().userinfo_endpoint === undefined) return { sub: subject }
  return await fetchUserInfo(configuration, accessToken, subject)
}
