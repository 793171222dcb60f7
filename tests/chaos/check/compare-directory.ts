import { connect } from '../../../src/directory/connect.ts'
import { directoryOf } from '../../support/directory.ts'
import type { Stage } from '../stage/open-stage.ts'
import type { Company } from '../world/found-company.ts'

/** Where the directory of a company is not what the model says: a sentence for each difference. */
export async function compareDirectory(stage: Stage, company: Company): Promise<readonly string[]> {
  const { users, guests, rooms } = await directoryOf({ db: connect(stage.pool), id: company.id })
  const { world } = company
  const nameOf = (room: string) => world.rooms.get(room)?.name ?? `${room}, which is gone`
  const longAgo = new Date(Date.now() - 15 * 24 * 3_600_000).toISOString()
  const found = [
    ...users.map(({ email, name, status, invitedAt, rooms }) => {
      const isExpired = status === 'invited' && invitedAt !== null && invitedAt < longAgo
      return userLine(email, name, isExpired ? 'expired' : status, Object.entries(rooms))
    }),
    ...guests.map((guest) => guestLine({ ...guest, isMailed: guest.mailedAt !== null })),
    ...rooms.map((room) => `room ${room}`),
  ]
  const wanted = [
    ...[...world.users].map(([email, { name, status, rooms }]) =>
      userLine(
        email,
        name,
        status,
        [...rooms].map(([room, role]) => [nameOf(room), role] as const),
      ),
    ),
    ...[...world.guests.values()].map((guest) => guestLine({ ...guest, room: nameOf(guest.room) })),
    ...[...world.rooms.values()].map(({ name }) => `room ${name}`),
  ]
  const surplus = new Set(found).difference(new Set(wanted))
  const missing = new Set(wanted).difference(new Set(found))
  return [
    ...[...surplus].map((line) => `${company.name}: not so: ${line}`),
    ...[...missing].map((line) => `${company.name}: should be: ${line}`),
  ]
}

function userLine(
  email: string,
  name: string,
  status: string,
  rooms: readonly (readonly [string, string])[],
): string {
  const roles = rooms.map(([room, role]) => `${room} as ${role}`).toSorted()
  return `user ${email} (${name}) ${status} in ${roles.join(', ') || 'no room'}`
}

function guestLine(guest: {
  readonly email: string
  readonly name: string
  readonly room: string
  readonly role: string
  readonly isMailed: boolean
}): string {
  const { email, name, room, role, isMailed } = guest
  return `guest ${email} (${name}) in ${room} as ${role}, ${isMailed ? '' : 'not '}mailed`
}
