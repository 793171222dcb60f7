import type { Role } from '../../../src/domain/role.ts'
import { addMails, deleteUser, guestKey, type World, type WorldRow } from './world.ts'

/** What the product recorded of a row. */
export type RowState = 'done' | 'unchanged' | 'error' | 'failed'

/** Applies to the world what the rows that are done say: nothing else may have happened. */
export function applyRows(
  world: World,
  operation: string,
  rows: readonly (WorldRow & { readonly state: RowState })[],
): void {
  const done = rows.filter(({ state }) => state === 'done')
  if (operation.startsWith('invite-') && operation !== 'invite-guests') inviteAll(world, done)
  for (const row of done) applyRow(world, operation, row)
}

// One mail for a person, however many rows name them.
function inviteAll(world: World, rows: readonly WorldRow[]): void {
  for (const { email, firstName, lastName } of rows) {
    const user = world.users.get(email)
    if (user === undefined) {
      const name = `${firstName} ${lastName}`
      world.users.set(email, { name, status: 'invited', rooms: new Map() })
    } else if (user.status === 'expired') user.status = 'invited'
    else continue
    addMails(world, 'invitation', email)
  }
}

function applyRow(world: World, operation: string, row: WorldRow): void {
  const user = world.users.get(row.email)
  if (operation.includes('assign')) {
    for (const room of row.rooms) user?.rooms.set(room, row.role as Role)
  }
  if (operation === 'remove-users-from-rooms') user?.rooms.clear()
  if (operation === 'delete-users') deleteUser(world, row.email)
  if (operation === 'invite-guests') inviteGuest(world, row)
}

function inviteGuest(world: World, { email, firstName, rooms, role, sendMail }: WorldRow): void {
  for (const room of rooms) {
    const key = guestKey(email, room)
    const isMailed = sendMail || (world.guests.get(key)?.isMailed ?? false)
    world.guests.set(key, { email, room, name: firstName, role: role as Role, isMailed })
  }
  if (sendMail) addMails(world, 'guest', email)
}
