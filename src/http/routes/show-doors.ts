import { doors } from '../contract/session.ts'
import { exampleDoor } from '../example-door.ts'
import type { Route } from '../route.ts'

/** How one can get in: what a page asks before it asks for a key. */
export const showDoors: Route = (server, services) => {
  server.get(
    '/session',
    {
      config: { act: 'show-doors' },
      schema: { summary: 'How to sign in', tags: ['access'], response: { 200: doors } },
    },
    async (request) => {
      const caller = await exampleDoor(request, services)
      if (caller === undefined) return { example: null }
      return { example: { company: caller.company.name, email: caller.actor.email } }
    },
  )
}
