import {
  AuthorizationResponseError,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import { believe } from './believe.ts'
import { discoverer, type ProviderSettings } from './discoverer.ts'
import type { Identity } from './identity.ts'
import { SingleSignOnError } from './single-sign-on-error.ts'

/** Signs people in by an OpenID Connect provider: the code flow, with PKCE, state and nonce. */
export interface SingleSignOn {
  /** What people call the provider. */
  readonly name: string
  /** @throws SingleSignOnError when the provider cannot be asked */
  readonly depart: () => Promise<Departure>
  /**
   * Who has come back. The provider takes each code once, so nobody comes back by the same twice.
   * @param query what the provider added to the address to return to
   * @throws SingleSignOnError
   */
  readonly arrive: (query: string, secrets: Secrets) => Promise<Identity>
}

export interface Departure {
  /** The provider’s page to send the browser to. */
  readonly address: string
  readonly secrets: Secrets
}

/** What only the browser that departed has when it comes back. */
export interface Secrets {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

interface Settings extends ProviderSettings {
  readonly name: string
  /** Where the provider sends people back to. */
  readonly returnTo: string
  /** Its addresses are believed even where it does not say that it has verified them. */
  readonly trustsEmail: boolean
}

/** The provider is asked when the first person comes, so that one that is away keeps nothing from starting. */
export function createSingleSignOn(settings: Settings): SingleSignOn {
  const { name, returnTo, trustsEmail } = settings
  const provider = discoverer(settings)
  return {
    name,
    depart: () =>
      provider.use(async (configuration) => {
        const secrets = {
          state: randomState(),
          nonce: randomNonce(),
          verifier: randomPKCECodeVerifier(),
        }
        const address = buildAuthorizationUrl(configuration, {
          redirect_uri: returnTo,
          scope: 'openid email profile',
          code_challenge: await calculatePKCECodeChallenge(secrets.verifier),
          code_challenge_method: 'S256',
          state: secrets.state,
          nonce: secrets.nonce,
        })
        return { address: address.href, secrets }
      }),
    arrive: (query, { state, nonce, verifier }) =>
      provider.use(async (configuration) => {
        const tokens = await authorizationCodeGrant(configuration, new URL(`${returnTo}${query}`), {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        }).catch((cause: unknown) => {
          throw new SingleSignOnError(wasCancelled(cause) ? 'access-denied' : failed, { cause })
        })
        return await believe(configuration, tokens, trustsEmail)
      }),
  }
}

const failed = 'single-sign-on-failed'

function wasCancelled(error: unknown): boolean {
  return error instanceof AuthorizationResponseError && error.error === 'access_denied'
}
