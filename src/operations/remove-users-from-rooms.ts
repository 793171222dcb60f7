import { assignmentsOf } from '../directory/assignments-of.ts'
import { removeAssignments } from '../directory/remove-assignments.ts'
import { notice } from '../domain/problem.ts'
import { unknownUser } from './assign-users-to-rooms.ts'
import { defineOperation } from './operation.ts'

export const removeUsersFromRooms = defineOperation({
  name: 'remove-users-from-rooms',
  label: { en: 'Remove users from rooms', de: 'Benutzer aus Räumen entfernen' },
  summary: {
    en: 'Each user loses all roles of their own, in all rooms; the rooms’ default roles apply again.',
    de: 'Jeder Benutzer verliert alle eigenen Rollen, in allen Räumen; die Standardrollen der Räume gelten wieder.',
  },
  fields: ['email'],
  examples: [['ada@example.org'], ['alan@example.org'], ['grace@example.org']],
  facts: { user: assignmentsOf },
  verify: (row, { user }) => {
    if (user === undefined) return { problems: [unknownUser(row)] }
    const { id, rooms } = user
    const needed = rooms.length > 0
    return {
      parts: [
        {
          about: null,
          says: '',
          field: 'email',
          needed,
          effect: 'removed-from-rooms',
          before: rooms,
          after: [],
          mails: false,
          change: { userId: id },
        },
      ],
      notices: needed ? [] : [notice('already-so')],
    }
  },
  apply: async (act, effects) => {
    const needed = effects.flatMap(({ parts }) => parts).filter((part) => part.needed)
    await removeAssignments(
      act,
      needed.map(({ change }) => change.userId),
    )
  },
})
