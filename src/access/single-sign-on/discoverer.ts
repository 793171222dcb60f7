import {
  allowInsecureRequests,
  ClientSecretBasic,
  ClientSecretPost,
  discovery,
  enableNonRepudiationChecks,
  None,
  type ClientAuth,
  type Configuration,
} from 'openid-client'
import { SingleSignOnError } from './single-sign-on-error.ts'

export interface ProviderSettings {
  /** Below which `/.well-known/openid-configuration` stands: by https, or by http on this machine. */
  readonly issuer: string
  readonly clientId: string
  /** Null: the provider gave none. */
  readonly clientSecret: string | null
}

/** A provider of which nothing is known before somebody needs it. */
export interface Provider {
  /** Does something with what is known of the provider. @throws SingleSignOnError */
  readonly use: <Result>(act: (provider: Configuration) => Promise<Result>) => Promise<Result>
}

export function discoverer(settings: ProviderSettings): Provider {
  let known: { readonly until: number; readonly provider: Promise<Configuration> } | undefined
  const ask = () => {
    const asked = { until: performance.now() + validity, provider: discover(settings) }
    // A provider that was away is asked again by whoever comes next.
    asked.provider.catch(() => {
      if (known === asked) known = undefined
    })
    return asked
  }
  return {
    async use(act) {
      if (known === undefined || known.until < performance.now()) known = ask()
      try {
        return await act(await known.provider)
      } catch (cause) {
        if (cause instanceof SingleSignOnError) throw cause
        throw new SingleSignOnError('single-sign-on-failed', { cause })
      }
    },
  }
}

// Addresses change, though rarely. New keys are noticed by the library itself.
const validity = 60 * 60_000

async function discover(settings: ProviderSettings): Promise<Configuration> {
  const { issuer, clientId, clientSecret } = settings
  const isPlain = issuer.startsWith('http:')
  return await discovery(new URL(issuer), clientId, undefined, authentication(clientSecret), {
    execute: [
      // The signature of who somebody is, is checked even where TLS has vouched for the provider already.
      enableNonRepudiationChecks,
      ...(isPlain ? [allowInsecureRequests] : []),
    ],
    timeout: mostSeconds,
  })
}

// Somebody waits in front of the browser.
const mostSeconds = 10

function authentication(secret: string | null): ClientAuth {
  if (secret === null) return None()
  const [basic, post] = [ClientSecretBasic(secret), ClientSecretPost(secret)]
  return (server, ...rest) => {
    // What holds where a provider does not say (OpenID Connect Discovery 1.0, 3).
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    const authenticate = methods.includes('client_secret_basic') ? basic : post
    authenticate(server, ...rest)
  }
}
