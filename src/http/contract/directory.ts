import { z } from 'zod'
import { permissions, type Permission } from '../../domain/permission.ts'
import { roles } from '../../domain/role.ts'

const language = z.enum(['en', 'de'])
const role = z.enum(roles)
export const permission = z.enum(Object.keys(permissions) as [Permission, ...Permission[]])

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

export const mail = z.object({
  id: z.uuid(),
  to: z.string(),
  kind: z.enum(['invitation', 'guest']),
  language,
  state: z.enum(['queued', 'sending', 'sent', 'failed', 'withdrawn']),
  subject: z.string(),
  rooms: z.array(z.object({ room: z.string(), role })),
  answer: z.string().nullable().describe('What the mail server said.'),
  createdAt: z.iso.datetime(),
})

/** A mail as its recipient gets it; `links` are those in it. */
export const mailContent = mail.extend({
  from: z.string(),
  html: z.string(),
  text: z.string(),
  links: z.array(
    z.object({
      room: z.string().nullable(),
      link: z.url(),
      opens: z.boolean().describe('False: it has ended, was used or replaced, or is to nothing.'),
    }),
  ),
})

export const newKey = z.strictObject({ name: z.string().trim().min(1).max(200) })

/** The key itself is shown this once. */
export const createdKey = z.object({ id: z.uuid(), name: z.string(), key: z.string() })

/** A key of one's own; the key itself is stored nowhere. */
export const key = z.object({
  id: z.uuid(),
  name: z.string(),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
  current: z.boolean().describe('Who asks came in with it, and is out when it is deleted.'),
})

export const keyList = z.object({ keys: z.array(key) })

export const company = z.object({
  id: z.uuid(),
  name: z.string(),
  language: language.describe('Of invited people, unless their batch says otherwise.'),
})

export const companyChange = z.strictObject({
  name: z.string().trim().min(1).max(200).optional(),
  language: language.optional(),
})

export const newCompany = z.strictObject({
  name: z.string().trim().min(1).max(200),
  admin: z.string().describe('The e-mail address of its first administrator.'),
  language: language.default('en'),
  example: z
    .boolean()
    .default(false)
    .describe('A company that `roster demo` opens to everybody on its machine.'),
})

export const createdCompany = z.object({
  company: z.object({ id: z.uuid(), name: z.string(), language }),
  admin: z.string(),
  key: z.string().describe('The administrator’s first API key, shown this once.'),
})

/** Every list comes by the page: `next` is the `cursor` of the following one. */
const pageOf = <Name extends string, Item extends z.ZodType>(name: Name, item: Item) =>
  z.object({
    ...({ [name]: z.array(item) } as Record<Name, z.ZodArray<Item>>),
    next: z.string().nullable(),
    total: z.int().describe('How many there are on all pages.'),
  })

export const userPage = pageOf('users', user)
export const roomPage = pageOf('rooms', room)
export const guestPage = pageOf('guests', guest)
export const roomMemberPage = pageOf('members', roomMember)
export const mailPage = pageOf('mails', mail)

export type User = z.infer<typeof user>
export type Room = z.infer<typeof room>
export type Guest = z.infer<typeof guest>
export type Mail = z.infer<typeof mail>
export type CreatedKey = z.infer<typeof createdKey>
export type CreatedCompany = z.infer<typeof createdCompany>
export type RoomMember = z.infer<typeof roomMember>
export type MailContent = z.infer<typeof mailContent>
export type Key = z.infer<typeof key>
export type Company = z.infer<typeof company>
export type UserPage = z.infer<typeof userPage>
export type RoomPage = z.infer<typeof roomPage>
export type GuestPage = z.infer<typeof guestPage>
export type RoomMemberPage = z.infer<typeof roomMemberPage>
export type MailPage = z.infer<typeof mailPage>
