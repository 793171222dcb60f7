import { memberByEmail } from '../directory/member-by-email.ts'
import { roomsByName } from '../directory/rooms-by-name.ts'
import { setRoles } from '../directory/set-roles.ts'
import type { Role } from '../domain/role.ts'
import type { InvitationToQueue } from '../mail/outbox.ts'
import { assignments, unknownRooms, type Assign } from './assign-users-to-rooms.ts'
import { invitation, invitationNotices, invite, type Invite, type Invitee } from './invite-users.ts'
import { neededChanges, type NeededChange } from './needed-changes.ts'
import { defineOperation, type Effect, type Row, type Verdict } from './operation.ts'

export const inviteAndAssignUsers = defineOperation({
  name: 'invite-and-assign-users',
  label: { en: 'Invite and assign users', de: 'Benutzer einladen und zuordnen' },
  summary: {
    en: 'Each new address is invited, and every user gets the role in the rooms that the row names. One mail per person lists all rooms.',
    de: 'Jede neue Adresse wird eingeladen, und jeder Benutzer bekommt die Rolle in den Räumen, die die Zeile nennt. Eine Mail je Person nennt alle Räume.',
  },
  fields: ['email', 'firstName', 'lastName', 'rooms', 'role'],
  examples: [
    ['edsger@example.org', 'Edsger', 'Dijkstra', 'room 1', 'Participant'],
    ['barbara@example.org', 'Barbara', 'Liskov', 'room 1', 'Spectator'],
    ['donald@example.org', 'Donald', 'Knuth', 'room 2', 'Participant'],
  ],
  facts: { member: memberByEmail, rooms: roomsByName },
  verify: (row, { member: { user, roleIn }, rooms }, { now }): Verdict<Change> => {
    if (!('known' in rooms)) return { problems: unknownRooms(row, rooms) }
    return {
      parts: [
        invitation(row, user, now),
        ...assignments(row, rooms.known, { userId: user?.id ?? null, roleIn }),
      ],
      notices: invitationNotices(row, user, now),
    }
  },
  apply: async (act, effects) => {
    const { invitations, assigned } = apart(effects)
    const invited = await invite(act, invitations, roomsOf(effects))
    await setRoles(
      act,
      assigned.map(({ row, change: { userId, room, role, isNew } }) => ({
        userId: userId ?? idOf(invited, row.email.key),
        roomId: room.id,
        role,
        isNew,
      })),
    )
  },
})

type Change = Invite | Assign<string | null>
type Applied = Effect<Row<'email' | 'firstName' | 'lastName' | 'rooms' | 'role'>, Change>

function apart(effects: readonly Applied[]) {
  const invitations: NeededChange<Invitee, Invite>[] = []
  const assigned: NeededChange<Row<'email'>, Assign<string | null>>[] = []
  for (const { row, change } of neededChanges(effects)) {
    if (change.kind === 'invite') invitations.push({ row, change })
    else assigned.push({ row, change })
  }
  return { invitations, assigned }
}

// All rows of a person come together, so the one mail can list the rooms of all of them.
function roomsOf(effects: readonly Applied[]): (emailKey: string) => InvitationToQueue['rooms'] {
  const rooms = new Map<string, { readonly name: string; readonly role: Role }[]>()
  for (const { row, parts } of effects) {
    const named = rooms.get(row.email.key) ?? []
    for (const { change } of parts) {
      if (change.kind === 'assign') named.push({ name: change.room.name, role: change.role })
    }
    rooms.set(row.email.key, named)
  }
  return (emailKey) => rooms.get(emailKey) ?? []
}

function idOf(invited: ReadonlyMap<string, string>, emailKey: string): string {
  const id = invited.get(emailKey)
  if (id === undefined) throw new Error('A new user is assigned without having been invited.')
  return id
}
