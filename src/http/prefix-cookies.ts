import type { Server, Services } from './route.ts'
import { sessionCookie } from './session-cookie.ts'

/**
 * Where people come by https, the names of all cookies bear a prefix by which browsers keep to it that no other site
 * below the same domain, and nobody on an unencrypted line, can have set them: `__Host-`, or `__Secure-` for those
 * that are not for all addresses. Here and nowhere else: the others know them without. To be called when the cookies
 * can be read.
 */
export function prefixCookies(server: Server, { publicUrl }: Pick<Services, 'publicUrl'>): void {
  if (!publicUrl.startsWith('https:')) return
  server.addHook('onRequest', async (request) => {
    request.cookies = withoutPrefixes(request.cookies)
  })
  server.addHook('onSend', async (_, reply) => {
    const cookies = [reply.getHeader('set-cookie') ?? []].flat().map(String)
    reply.removeHeader('set-cookie')
    for (const cookie of cookies) reply.header('set-cookie', prefixed(cookie))
  })
}

function prefixed(cookie: string): string {
  const prefix = /; *Path=\/(?:;|$)/i.test(cookie) ? '__Host-' : '__Secure-'
  // Browsers take nothing with such a name without, and so neither that it is over.
  const secure = /; *Secure(?:;|$)/i.test(cookie) ? '' : '; Secure'
  return prefix + cookie + secure
}

// One without a prefix is not ours. Sites below the same domain can set `__Secure-` for each other: the cookies that
// bear it are sealed, and that of the session never does.
function withoutPrefixes(cookies: Cookies): Record<string, string | undefined> {
  const named = (prefix: string) =>
    Object.entries(cookies)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, value]) => [name.slice(prefix.length), value] as const)
  const secure = named('__Secure-').filter(([name]) => name !== sessionCookie.name)
  return Object.fromEntries([...secure, ...named('__Host-')])
}

type Cookies = Readonly<Record<string, string | undefined>>
