import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair } from 'jose'
import { Provider } from 'oidc-provider'

/** A real OpenID Connect provider on the loopback, with the pages in which people sign in. */
export interface TestProvider extends AsyncDisposable {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** What it says of somebody who signs in with this name there; whoever it does not know, it knows by that name only. */
  readonly people: Map<string, Readonly<Record<string, unknown>>>
}

interface Options {
  /** Where people are sent back to. */
  readonly returnTo: string
  /** Any free one, unless given. */
  readonly port?: number
  /** It tells the address with the identity itself, not only when it is asked. */
  readonly tellsAtOnce?: boolean
  readonly authentication?: 'client_secret_basic' | 'client_secret_post'
}

export async function startOidcProvider(options: Options): Promise<TestProvider> {
  const { returnTo, port = 0, tellsAtOnce = false } = options
  const { authentication = 'client_secret_basic' } = options
  const server = http.createServer()
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const people: TestProvider['people'] = new Map()
  const [clientId, clientSecret] = ['roster', 'a secret of the client: + % &']
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [returnTo],
        token_endpoint_auth_method: authentication,
      },
    ],
    clientAuthMethods: [authentication],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: !tellsAtOnce,
    findAccount: (_, accountId) => ({
      accountId,
      claims: () => ({ sub: accountId, ...people.get(accountId) }),
    }),
    cookies: { keys: ['a key of the test'] },
    jwks: { keys: [await signingKey()] },
  })
  server.on('request', (request, response) => void provider.callback()(request, response))
  return {
    issuer,
    clientId,
    clientSecret,
    people,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function signingKey() {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  return { ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig' } as const
}
