import { z } from 'zod'
import { truth, webAddress } from './kinds.ts'
import type { Reading } from './setting.ts'

/** Single sign-on with an OpenID Connect provider. */
export const singleSignOnReadings = {
  oidcIssuer: {
    name: 'ROSTER_OIDC_ISSUER',
    default: null,
    description:
      'Single sign-on with an OpenID Connect provider: its address, below which /.well-known/openid-configuration stands.',
    schema: webAddress.refine((text) => text.startsWith('https:') || isThisMachine(text)),
    must: 'an address that begins with https:// (or http:// on this machine)',
  },
  oidcClientId: {
    name: 'ROSTER_OIDC_CLIENT_ID',
    default: null,
    description:
      'As what the provider knows Roster. The address to return to is ROSTER_PUBLIC_URL with /api/v1/single-sign-on/return behind it.',
    schema: z.string(),
    must: 'the client id that the provider gave',
  },
  oidcClientSecret: {
    name: 'ROSTER_OIDC_CLIENT_SECRET',
    default: null,
    description: 'The secret that the provider gave, if it gave one.',
    schema: z.string(),
    must: 'the secret that the provider gave',
  },
  oidcName: {
    name: 'ROSTER_OIDC_NAME',
    default: 'Single sign-on',
    description: 'What the button on the sign-in page calls the provider.',
    schema: z.string().max(60),
    must: 'a name of at most 60 characters',
  },
  oidcTrustEmail: {
    name: 'ROSTER_OIDC_TRUST_EMAIL',
    default: 'false',
    description:
      'true: believe the provider’s addresses even where it does not say that it has verified them. Only for a provider whose users cannot choose their address.',
    schema: truth,
    must: 'true or false',
  },
} satisfies Readonly<Record<string, Reading<unknown>>>

function isThisMachine(text: string): boolean {
  return /^(?:localhost|127\.0\.0\.1|\[::1\])$/u.test(URL.parse(text)?.hostname ?? '')
}
