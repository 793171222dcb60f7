import { accountOf } from '../directory/account-of.ts'
import { deleteUsers as deleteFromDirectory } from '../directory/delete-users.ts'
import { problem } from '../domain/problem.ts'
import { withdrawMailsTo } from '../mail/outbox.ts'
import { unknownUser } from './assign-users-to-rooms.ts'
import { defineOperation } from './operation.ts'

export const deleteUsers = defineOperation({
  name: 'delete-users',
  label: { en: 'Delete users', de: 'Benutzer löschen' },
  summary: {
    en: 'Each user is deleted, with all roles, invitations, sessions and keys; mails to them that have not left are withdrawn.',
    de: 'Jeder Benutzer wird gelöscht, mit allen Rollen, Einladungen, Sitzungen und Schlüsseln; Mails an sie, die noch nicht hinaus sind, werden zurückgezogen.',
  },
  fields: ['email'],
  examples: [['ada@example.org'], ['alan@example.org'], ['grace@example.org']],
  deletesUsers: true,
  facts: { account: accountOf },
  verify: (row, { account }, { actor }) => {
    if (account === undefined) return { problems: [unknownUser(row)] }
    const { id, ...before } = account
    if (id === actor.userId) return { problems: [problem('cannot-delete-yourself', 'email')] }
    return {
      parts: [
        {
          about: null,
          says: '',
          field: 'email',
          needed: true,
          effect: 'deleted',
          before,
          after: null,
          mails: false,
          change: { userId: id },
        },
      ],
      notices: [],
    }
  },
  apply: async (act, effects) => {
    const userIds = effects.flatMap(({ parts }) => parts.map(({ change }) => change.userId))
    await withdrawMailsTo(act.tx, { companyId: act.companyId, userIds })
    await deleteFromDirectory(act, userIds)
  },
})
