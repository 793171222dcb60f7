import { z } from 'zod'
import { roles } from '../../domain/role.ts'
import { moment } from './moment.ts'
import { pageOf } from './page-of.ts'
import { permission } from './permission.ts'

const language = z.enum(['en', 'de'])
const role = z.enum(roles)
export const user = z.object({
  id: z.uuid(),
  email: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  language,
  status: z.enum(['invited', 'active']),
  permissions: z.array(permission),
  rooms: z.array(z.object({ room: z.string(), role })),
})

export const room = z.object({
  id: z.uuid(),
  name: z.string(),
  defaultRole: role.nullable(),
  users: z.int().describe('Users with a role of their own in the room.'),
  guests: z.int(),
})

/** What may be changed of a room; what is not said stays. */
export const roomChange = z.strictObject({
  name: z.string().trim().min(1).max(200).optional(),
  defaultRole: role.nullable().optional(),
})

/** Somebody who may enter a room, or is kept out of it, and why. */
export const roomMember = z.object({
  id: z.uuid(),
  email: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  status: z.enum(['invited', 'active']),
  role,
  reason: z.enum(['assigned', 'default']).describe('By an assignment, or by the default role.'),
})

export const newRoom = z.strictObject({
  name: z.string().trim().min(1).max(200),
  defaultRole: role.nullable().default(null),
})

export const guest = z.object({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  room: z.string(),
  roomId: z.uuid(),
  role,
  language,
  link: z.url(),
  validFrom: z.iso.datetime().nullable(),
  validUntil: z.iso.datetime().nullable(),
  mailedAt: z.iso.datetime().nullable(),
})

/** What may be changed of a guest; what is not said stays. It takes effect at once. */
export const guestChange = z.strictObject({
  name: z.string().trim().min(1).max(200).optional(),
  role: role.optional(),
  validFrom: moment.nullable().optional(),
  validUntil: moment.nullable().optional(),
})

/** A user looked at closely. */
export const userDetail = user.extend({
  createdAt: z.iso.datetime(),
  invitation: z
    .object({ issuedAt: z.iso.datetime(), until: z.iso.datetime(), inviter: z.string().nullable() })
    .nullable()
    .describe('The one that is open, or has expired; null for an active user.'),
  lastSeenAt: z.iso
    .datetime()
    .nullable()
    .describe('When a session or key of theirs was last used.'),
  sessions: z.int(),
  keys: z.int(),
  grantable: z.array(permission).describe('What the caller may grant or revoke here.'),
})

export const permissionsChange = z.strictObject({
  permissions: z.array(permission).max(20).describe('All that they shall be granted.'),
})

export const userPage = pageOf('users', user)
export const roomPage = pageOf('rooms', room)
export const guestPage = pageOf('guests', guest)
export const roomMemberPage = pageOf('members', roomMember)

export type GuestChange = z.infer<typeof guestChange>
export type UserDetail = z.infer<typeof userDetail>
export type User = z.infer<typeof user>
export type Room = z.infer<typeof room>
export type Guest = z.infer<typeof guest>
export type RoomMember = z.infer<typeof roomMember>
export type UserPage = z.infer<typeof userPage>
export type RoomPage = z.infer<typeof roomPage>
export type GuestPage = z.infer<typeof guestPage>
export type RoomMemberPage = z.infer<typeof roomMemberPage>
