import { changePerson } from '../../directory/change-person.ts'
import { note } from '../audit/note.ts'
import { me, profileChange } from '../contract/me.ts'
import { callerOf } from '../guard.ts'
import { serialiseMe } from '../serialise-me.ts'
import type { Route } from '../route.ts'

/** What one is called, and in which language one reads. */
export const changeMe: Route = (server, { db }) => {
  server.patch(
    '/me',
    {
      config: { act: 'change-me' },
      schema: {
        summary: 'Change one’s own names or language',
        tags: ['access'],
        body: profileChange,
        response: { 200: me },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const { actor, firstName, lastName } = caller
      const { firstName: first, lastName: last, language: read } = request.body
      const { language, ...names } = await changePerson(db, actor, {
        firstName: first ?? firstName,
        lastName: last ?? lastName,
        language: read ?? actor.language,
      })
      note(request, {
        subject: { kind: 'user', id: actor.userId },
        details: { changed: Object.keys(request.body) },
      })
      return serialiseMe({ ...caller, ...names, actor: { ...actor, language } })
    },
  )
}
