import type { FastifyRequest } from 'fastify'
import { authenticate, holdsFolderKey, type Authority } from '../access/authenticate.ts'
import { isWhole, may, type Caller } from '../access/caller.ts'
import { policy, type Act, type Needs } from '../access/policy.ts'
import type { TokenClaim, TokenKind } from '../directory/token.ts'
import { RequestError } from '../domain/request-error.ts'
import { countingFailures, limitFailures } from './counting-failures.ts'
import { neededLabel } from './needed-label.ts'
import { preferredLanguage } from './preferred-language.ts'
import { isWatcher } from './is-watcher.ts'
import { readCredentials } from './read-credentials.ts'
import { refuseCrossSite } from './refuse-cross-site.ts'
import type { Server, Services } from './route.ts'
import { isByLink, linkKinds, shownLink } from './shown-link.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the route does; the policy says for whom. */
    act?: Act
  }
  interface FastifyRequest {
    /** Null before the guard has let the request in, and where nobody needs to be known. */
    caller: Caller | null
    /** What the link claims by which the request was let in; null where it was not by one. */
    link: TokenClaim | null
    /** The caller was known, but lacked the permission. */
    isRefused: boolean
  }
}

/**
 * Stands before every route and enforces the policy: the one place that lets callers in. A route that stands for no act
 * cannot be registered.
 * @param open the part of the address below which everything is public (the documentation's own files)
 */
export function guard(server: Server, services: Services, open: string): void {
  server.decorateRequest('caller', null)
  server.decorateRequest('link', null)
  server.decorateRequest('isRefused', false)
  server.decorateRequest('noted', null)
  server.addHook('onRoute', (route) => {
    if (isBelow(route.url, open)) route.config = { ...route.config, act: 'show-documentation' }
    if (route.config?.act === undefined) {
      throw new Error(`The route ${String(route.method)} ${route.url} stands for no act.`)
    }
  })
  limitFailures(server)
  server.addHook('onRequest', async (request, reply) => {
    if (request.is404) return
    const { act } = request.routeOptions.config
    if (act === undefined) throw new Error('A route without an act was reached.')
    refuseCrossSite(request, services.publicUrl)
    await countingFailures(request, reply, () => admit(request, policy[act], services))
  })
}

/** Would the guard still let in who was let in? For answers that go on for long. */
export async function isStillLetIn(request: FastifyRequest, services: Services): Promise<boolean> {
  const { act } = request.routeOptions.config
  try {
    if (act !== undefined) await admit(request, policy[act], services)
    return true
  } catch (error) {
    if (!(error instanceof RequestError)) throw error
    // They asked for nothing that they may not.
    request.isRefused = false
    return false
  }
}

/** The caller of a route that lets only users in. */
export function callerOf(request: FastifyRequest): Caller {
  if (request.caller === null) throw new Error('The route asks for a caller, but needs none.')
  return request.caller
}

/** What the link claims that lets into the route; that it still opens is for the route to judge. */
export function linkOf(request: FastifyRequest): TokenClaim {
  if (request.link === null) throw new Error('The route asks for a link, but needs none.')
  return request.link
}

async function admit(request: FastifyRequest, needs: Needs, services: Services): Promise<void> {
  if (needs === 'public') return
  if (isByLink(needs)) return showLink(request, linkKinds[needs], services)
  // Who shows a link is nobody else: whatever it does not open is as if it did not exist.
  if (shownLink(request) !== undefined) throw new RequestError('not-found')
  const authority: Authority = { ...services, now: services.now() }
  const credentials = readCredentials(request)
  if (needs === 'watcher' && isWatcher(request, services)) return
  if ((needs === 'installation' || needs === 'watcher') && holdsFolderKey(credentials, authority))
    return
  request.caller = await authenticate(credentials, authority)
  if (needs === 'signed-in') return
  if (!satisfies(request.caller, needs)) {
    request.isRefused = true
    const label = neededLabel(needs, preferredLanguage(request))
    throw new RequestError('permission-required', { permission: label })
  }
}

function satisfies(caller: Caller, needs: UserNeeds): boolean {
  if (needs === 'whole-account') return isWhole(caller)
  return needs !== 'installation' && needs !== 'watcher' && may(caller, needs)
}

type UserNeeds = Exclude<Needs, 'public' | 'signed-in' | keyof typeof linkKinds>

function showLink(request: FastifyRequest, kind: TokenKind, { links }: Services): void {
  const claim = links.read(kind, shownLink(request) ?? '')
  if (claim === undefined) throw new RequestError('link-unknown')
  request.link = claim
}

function isBelow(url: string, folder: string): boolean {
  return url === folder || url.startsWith(`${folder}/`)
}
