import { guestLinksOf, type KnownGuest } from '../directory/guest-links-of.ts'
import { putGuests, type GuestToPut } from '../directory/put-guests.ts'
import { roomsByName } from '../directory/rooms-by-name.ts'
import type { KnownRoom } from '../directory/rooms-with-names.ts'
import { userByEmail } from '../directory/user-by-email.ts'
import { newId } from '../domain/id.ts'
import type { Json } from '../domain/json.ts'
import { notice, type Notice } from '../domain/problem.ts'
import { queueGuestMails, type GuestMailToQueue } from '../mail/outbox.ts'
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
    const { links, mails } = linksAndMails(effects, act.now)
    await putGuests(act, links)
    await queueGuestMails(act.tx, { ...act, mails })
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
function linksAndMails(effects: readonly Effect<Guest, LinkTo>[], now: Date) {
  const links: GuestToPut[] = []
  const mails: GuestMailToQueue[] = []
  for (const { row, parts } of effects) {
    const { email, name, role } = row
    const mailed = parts.some((part) => part.needed && part.mails)
    const guests = parts.map(({ needed, change: { room, link } }) => {
      const id = link?.id ?? newId()
      if (needed || mailed) {
        links.push({ id, isNew: link === undefined, roomId: room.id, email, name, role, mailed })
      }
      return { id, issuedAt: link?.issuedAt ?? now, room: room.name, role }
    })
    if (mailed) mails.push({ recipient: email.text, name, guests })
  }
  return { links, mails }
}
