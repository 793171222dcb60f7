import type { FastifyRequest } from 'fastify'
import { authenticate, holdsFolderKey, type Authority } from '../access/authenticate.ts'
import { may, type Caller } from '../access/caller.ts'
import { RequestError } from '../domain/request-error.ts'
import { countingFailures, limitFailures } from './counting-failures.ts'
import { permissionLabel, type RoutePermission } from './permission.ts'
import { preferredLanguage } from './preferred-language.ts'
import { readCredentials } from './read-credentials.ts'
import { refuseCrossSite } from './refuse-cross-site.ts'
import type { Server, Services } from './route.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Null before the guard has let the request in, and where nobody needs to be known. */
    caller: Caller | null
  }
}

/**
 * Stands before every route: the one place that lets callers in. A route that names no permission
 * cannot be registered.
 * @param open the part of the address below which everything is public (the documentation's own files)
 */
export function guard(server: Server, services: Services, open: string): void {
  server.decorateRequest('caller', null)
  server.addHook('onRoute', (route) => {
    if (isBelow(route.url, open)) route.config = { ...route.config, permission: 'public' }
    if (route.config?.permission === undefined) {
      throw new Error(`The route ${String(route.method)} ${route.url} names no permission.`)
    }
  })
  limitFailures(server)
  server.addHook('onRequest', async (request, reply) => {
    if (request.is404) return
    const { permission } = request.routeOptions.config
    if (permission === undefined) throw new Error('A route without a permission was reached.')
    refuseCrossSite(request, services.publicUrl)
    await countingFailures(request, reply, () =>
      admit(request, permission, { ...services, now: services.now() }),
    )
  })
}

/** The caller of a route that lets only users in. */
export function callerOf(request: FastifyRequest): Caller {
  if (request.caller === null) throw new Error('The route asks for a caller, but needs none.')
  return request.caller
}

async function admit(
  request: FastifyRequest,
  permission: RoutePermission,
  authority: Authority,
): Promise<void> {
  if (permission === 'public') return
  const credentials = readCredentials(request)
  if (permission === 'installation' && holdsFolderKey(credentials, authority)) return
  request.caller = await authenticate(credentials, authority)
  if (permission === 'signed-in') return
  if (permission === 'installation' || !may(request.caller, permission)) {
    const label = permissionLabel(permission, preferredLanguage(request))
    throw new RequestError('permission-required', { permission: label })
  }
}

function isBelow(url: string, folder: string): boolean {
  return url === folder || url.startsWith(`${folder}/`)
}
