import { openPasswordLink } from '../../access/password-links/open-password-link.ts'
import { passwordLink } from '../contract/session.ts'
import { linkOf } from '../guard.ts'
import type { Route } from '../route.ts'

/** What the page of a link to choose a password shows: whose password it is. */
export const showPasswordLink: Route = (server, { db, now }) => {
  server.get(
    '/password-link',
    {
      config: { act: 'show-password-link' },
      schema: {
        summary: 'A link to choose a password',
        description: 'The link’s secret part goes in the header Roster-Link.',
        tags: ['access'],
        response: { 200: passwordLink },
      },
    },
    async (request) => {
      const { until, ...open } = await openPasswordLink(db, linkOf(request), now())
      return { ...open, until: until.toISOString() }
    },
  )
}
