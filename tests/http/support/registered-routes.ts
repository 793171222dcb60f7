import rateLimit from '@fastify/rate-limit'
import fastify from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { policy, type Act, type Needs } from '../../../src/access/policy.ts'
import type { Server, Services } from '../../../src/http/route.ts'
import { pageRoutes, routes } from '../../../src/http/routes/index.ts'

/** A route as it was registered. */
export interface Registered {
  readonly method: string
  readonly url: string
  readonly act: Act | undefined
  readonly needs: Needs | undefined
}

/** What the lists of routes register, seen through a server of its own, so that none can be forgotten. */
export async function registeredRoutes(services: Services): Promise<readonly Registered[]> {
  const seen: Registered[] = []
  const recorder = fastify().withTypeProvider<ZodTypeProvider>()
  await recorder.register(rateLimit, { global: false })
  recorder.addHook('onRoute', ({ method, url, config }) => {
    for (const each of [method].flat()) {
      if (each === 'HEAD') continue
      const act = config?.act
      seen.push({ method: each, url, act, needs: act && policy[act] })
    }
  })
  for (const route of pageRoutes) route(recorder, services)
  await recorder.register(async (api: Server) => routes.forEach((route) => route(api, services)), {
    prefix: '/api/v1',
  })
  await recorder.close()
  return seen
}
