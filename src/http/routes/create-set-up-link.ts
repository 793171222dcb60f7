import { mustBeFirst } from '../../access/set-up/must-be-first.ts'
import { handedLink } from '../contract/session.ts'
import type { Route } from '../route.ts'

/** A link for whoever installs Roster, by which the first company is made. */
export const createSetUpLink: Route = (server, { db, links, now }) => {
  server.post(
    '/installation/set-up-links',
    {
      config: { act: 'create-set-up-link' },
      schema: {
        summary: 'A link that makes the first company',
        tags: ['access'],
        response: { 201: handedLink },
      },
    },
    async (_, reply) => {
      await mustBeFirst(db)
      return reply.code(201).send({ link: links.setUp(now()) })
    },
  )
}
