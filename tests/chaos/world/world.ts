import type { Role } from '../../../src/domain/role.ts'

/** What must be true of a company, in the plainest form: changed step by step, as the rules say. */
export interface World {
  /** By address. */
  readonly users: Map<string, WorldUser>
  /** By address and room. */
  readonly guests: Map<string, WorldGuest>
  /** By the name with which they began, which names them here for ever. */
  readonly rooms: Map<string, { name: string }>
  /** How many mails must have been queued to whom: `kind address`. */
  readonly mails: Map<string, number>
  /** And of those whose user is gone, since when they are deleted in passing: there are at most so many more. */
  readonly mailsToNobody: Map<string, number>
}

export interface WorldUser {
  readonly name: string
  /** `expired`: invited, too long ago. */
  status: 'active' | 'invited' | 'expired'
  /** By the room's first name. */
  readonly rooms: Map<string, Role>
}

export interface WorldGuest {
  readonly email: string
  readonly room: string
  name: string
  role: Role
  isMailed: boolean
}

/** A row that a batch brings; what its operation does not know is empty. */
export interface WorldRow {
  readonly email: string
  readonly firstName: string
  readonly lastName: string
  /** First names of rooms; one that does not exist is a problem. */
  readonly rooms: readonly string[]
  readonly role: string
  readonly sendMail: boolean
}

export function emptyWorld(): World {
  return {
    users: new Map(),
    guests: new Map(),
    rooms: new Map(),
    mails: new Map(),
    mailsToNobody: new Map(),
  }
}

export function guestKey(email: string, room: string): string {
  return `${email} in ${room}`
}

export function addMails(world: World, kind: string, email: string, mails = 1): void {
  const key = `${kind} ${email}`
  world.mails.set(key, (world.mails.get(key) ?? 0) + mails)
}

export function deleteUser(world: World, email: string): void {
  const key = `invitation ${email}`
  const gone = (world.mailsToNobody.get(key) ?? 0) + (world.mails.get(key) ?? 0)
  world.mailsToNobody.set(key, gone)
  world.mails.delete(key)
  world.users.delete(email)
}
