import { guestLinksOf, type KnownGuest } from '../directory/guest-links-of.ts'
import { putGuests } from '../directory/put-guests.ts'
import { roomsByName } from '../directory/rooms-by-name.ts'
import type { KnownRoom } from '../directory/rooms-with-names.ts'
import { userByEmail } from '../directory/user-by-email.ts'
import { newId } from '../domain/id.ts'
import type { Json } from '../domain/json.ts'
import { notice, type Notice } from '../domain/problem.ts'
import { queueGuestMails } from '../mail/outbox.ts'
import { unknownRooms } from './assign-users-to-rooms.ts'
import { invitationIsValid } from './invitation-is-valid.ts'
import { defineOperation, type Effect, type Part, type Row } from './operation.ts'

export const inviteGuests = defineOperation({
  name: 'invite-guests',
  label: { en: 'Invite guests', de: 'Gäste einladen' },
  summary: {
    en: 'Each guest gets a personal link to every room that the row names, and to nothing else. “True” mails the links, “False” creates them silently.',
    de: 'Jeder Gast bekommt einen persönlichen Link zu jedem Raum, den die Zeile nennt, und zu nichts sonst. „Wahr“ schickt die Links per Mail, „Falsch“ legt sie still an.',
  },
  fields: ['email', 'name', 'rooms', 'role', 'sendMail'],
  examples: [
    ['kurt@example.net', 'Kurt', 'room 1', 'Participant', 'True'],
    ['emmy@example.net', 'Emmy', 'room 1', 'Spectator', 'False'],
    ['sofia@example.net', 'Sofia', 'room 2', 'Participant', 'True'],
  ],
  facts: { user: userByEmail, rooms: roomsByName, linkTo: guestLinksOf },
  verify: (row, { user, rooms, linkTo }, { now }) => {
    if (!('known' in rooms)) return { problems: unknownRooms(row, rooms) }
    const parts = rooms.known.map((room) => guestLink(row, room, { link: linkTo(room.id), now }))
    return {
      parts,
      claims: [{ about: null, says: row.name, field: 'name' }],
      notices: [
        ...(user === undefined ? [] : [notice('also-a-user')]),
        ...(parts.some((part) => part.needed) ? [] : [nothingToDo(row, parts)]),
      ],
    }
  },
  apply: async (act, effects) => {
    const invited = effects.map(withIds)
    await putGuests(
      act,
      invited.flatMap(({ row, links, mailed }) =>
        links
          .filter(({ needed }) => needed || mailed)
          .map(({ id, isNew, room }) => ({ ...row, id, isNew, roomId: room.id, mailed })),
      ),
    )
    await queueGuestMails(act.tx, {
      ...act,
      mails: invited
        .filter(({ mailed }) => mailed)
        .map(({ row, links }) => ({
          recipient: row.email.text,
          name: row.name,
          guests: links.map(({ id, issuedAt, room }) => ({
            id,
            issuedAt: issuedAt ?? act.now,
            room: room.name,
            role: row.role,
          })),
        })),
    })
  },
})

type Guest = Row<'email' | 'name' | 'rooms' | 'role' | 'sendMail'>

interface LinkTo {
  readonly room: KnownRoom
  /** Undefined: there is none yet. */
  readonly link: KnownGuest | undefined
}

/** An existing link is kept; its name and role follow the row. Nobody is mailed the same twice in 15 days. */
function guestLink(
  row: Guest,
  room: KnownRoom,
  { link, now }: { link: KnownGuest | undefined; now: Date },
): Part<LinkTo> {
  const isAsWanted = link !== undefined && link.name === row.name && link.role === row.role
  const mails = row.sendMail && !(isAsWanted && invitationIsValid(link.mailedAt, now))
  return {
    about: room.id,
    says: `${row.role}, ${row.sendMail ? 'True' : 'False'}`,
    field: 'role',
    needed: !isAsWanted || mails,
    effect: link === undefined ? 'guest-invited' : isAsWanted ? null : 'guest-changed',
    before: link === undefined ? null : asJson(room, link),
    after: asJson(room, row),
    mails,
    change: { room, link },
  }
}

function nothingToDo(row: Guest, parts: readonly Part<LinkTo>[]): Notice {
  const mailed = parts.flatMap(({ change: { link } }) => link?.mailedAt?.toISOString() ?? [])
  const since = mailed.toSorted().at(0)
  return row.sendMail && since !== undefined
    ? notice('already-mailed', { since })
    : notice('already-so')
}

function asJson(
  { name: room }: KnownRoom,
  { name, role }: Pick<KnownGuest, 'name' | 'role'>,
): Json {
  return { room, name, role }
}

// One mail for a row, with all of its links, as soon as one of them is to be mailed.
function withIds({ row, parts }: Effect<Guest, LinkTo>) {
  return {
    row,
    mailed: parts.some((part) => part.needed && part.mails),
    links: parts.map(({ needed, change: { room, link } }) => ({
      needed,
      room,
      id: link?.id ?? newId(),
      isNew: link === undefined,
      issuedAt: link?.issuedAt,
    })),
  }
}
