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

export const newRoom = z.strictObject({
  name: z.string().trim().min(1).max(200),
  defaultRole: role.nullable().default(null),
})

export const guest = z.object({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  room: z.string(),
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

export const newKey = z.strictObject({ name: z.string().trim().min(1).max(200) })

/** The key itself is shown this once. */
export const createdKey = z.object({ id: z.uuid(), name: z.string(), key: z.string() })

export const newCompany = z.strictObject({
  name: z.string().trim().min(1).max(200),
  admin: z.string().describe('The e-mail address of its first administrator.'),
  language: language.default('en'),
})

export const createdCompany = z.object({
  company: z.object({ id: z.uuid(), name: z.string(), language }),
  admin: z.string(),
  key: z.string().describe('The administrator’s first API key, shown this once.'),
})

/** Every list comes by the page: `next` is the `cursor` of the following one. */
export const userPage = z.object({ users: z.array(user), next: z.string().nullable() })
export const roomPage = z.object({ rooms: z.array(room), next: z.string().nullable() })
export const guestPage = z.object({ guests: z.array(guest), next: z.string().nullable() })
export const mailPage = z.object({ mails: z.array(mail), next: z.string().nullable() })

export type User = z.infer<typeof user>
export type Room = z.infer<typeof room>
export type Guest = z.infer<typeof guest>
export type Mail = z.infer<typeof mail>
export type CreatedKey = z.infer<typeof createdKey>
export type CreatedCompany = z.infer<typeof createdCompany>
