import type { Server } from '../route.ts'
import type { Metrics } from './create-metrics.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** What is measured of this server. */
    metrics: Metrics
  }
}

/** Tells the metrics of every answer, and keeps them where the route finds them that shows them. */
export function measure(server: Server, metrics: Metrics): void {
  server.decorate('metrics', metrics)
  server.addHook('onResponse', async (request, reply) => metrics.answered(request, reply))
}
