import { health } from '../contract/health.ts'
import type { Route } from '../route.ts'

/** Is the process alive? Asks nothing of the database. */
export const showHealth: Route = (server, { version }) => {
  server.get(
    '/health',
    {
      config: { act: 'show-health' },
      schema: { summary: 'Alive?', tags: ['server'], response: { 200: health } },
    },
    () => ({ status: 'ok' as const, version }),
  )
}
