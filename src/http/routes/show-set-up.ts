import { openSetUpLink } from '../../access/set-up/open-set-up-link.ts'
import { setUpLink } from '../contract/session.ts'
import { linkOf } from '../guard.ts'
import type { Route } from '../route.ts'

/** Whether the link still makes the first company. */
export const showSetUp: Route = (server, { db, now }) => {
  server.get(
    '/set-up',
    {
      config: { act: 'show-set-up' },
      schema: {
        summary: 'A link that makes the first company',
        description: 'The link’s secret part goes in the header Roster-Link.',
        tags: ['access'],
        response: { 200: setUpLink },
      },
    },
    async (request) => {
      const until = await openSetUpLink(db, linkOf(request), now())
      return { until: until.toISOString() }
    },
  )
}
