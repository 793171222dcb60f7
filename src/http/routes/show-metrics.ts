import { z } from 'zod'
import type { Route } from '../route.ts'

/** What is measured, for Prometheus and whatever else reads its format. */
export const showMetrics: Route = (server) => {
  server.get(
    '/metrics',
    {
      config: { act: 'show-metrics' },
      schema: {
        summary: 'Metrics',
        description: 'For who shows ROSTER_METRICS_TOKEN, or the key of the data folder.',
        tags: ['server'],
        response: { 200: { content: { 'text/plain': { schema: z.string() } } } },
      },
    },
    async (_, reply) => {
      const { metrics } = server
      return reply
        .type(metrics.type)
        .header('cache-control', 'no-store')
        .serializer(String)
        .send(await metrics.read())
    },
  )
}
