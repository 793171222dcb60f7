import { doors } from '../contract/session.ts'
import { exampleDoor } from '../example-door.ts'
import { providerDoor } from '../single-sign-on/provider-door.ts'
import type { Route } from '../route.ts'

/** How one can get in: what the sign-in page asks first. */
export const showDoors: Route = (server, services) => {
  server.get(
    '/session',
    {
      config: { act: 'show-doors' },
      schema: { summary: 'How to sign in', tags: ['access'], response: { 200: doors } },
    },
    async (request) => {
      const caller = await exampleDoor(request, services)
      const example =
        caller === undefined ? null : { company: caller.company.name, email: caller.actor.email }
      const singleSignOn = await providerDoor(request, services)
      return { example, singleSignOn, sendsMail: services.sendsMail }
    },
  )
}
