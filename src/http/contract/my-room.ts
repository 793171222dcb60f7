import { z } from 'zod'
import { languages } from '../../domain/language.ts'
import { roles } from '../../domain/role.ts'
import { pageOf } from './page-of.ts'

/** What a role lets somebody do in a room. */
export const rights = z.object({
  join: z.boolean(),
  send: z.boolean().describe('Audio and video.'),
  share: z.boolean().describe('The screen.'),
  moderate: z.boolean(),
  edit: z.boolean().describe('The room.'),
})

/** A room that one may enter. */
export const myRoom = z.object({
  id: z.uuid(),
  name: z.string(),
  role: z.enum(roles),
  reason: z.enum(['assigned', 'default']).describe('By an assignment, or by the default role.'),
  may: rights,
})

export const myRoomPage = pageOf('rooms', myRoom)

/** One of them, looked at closely. */
export const openedRoom = myRoom.extend({
  defaultRole: z.enum(roles).nullable(),
  canEnter: z.boolean().describe('A meeting server is configured.'),
  users: z
    .array(z.object({ name: z.string(), role: z.enum(roles) }))
    .nullable()
    .describe('The first hundred who have a role here; null for who may not see all usernames.'),
})

/** Where the room is entered: a web address to go to at once, since what it carries ends soon. */
export const entry = z.object({ address: z.url() })

/** What the page of a guest link shows. */
export const guestRoom = z.object({
  company: z.string(),
  room: z.string(),
  name: z.string(),
  role: z.enum(roles),
  language: z.enum(languages),
  may: rights,
  validUntil: z.iso.datetime().nullable(),
  canEnter: z.boolean(),
})

export type Rights = z.infer<typeof rights>
export type MyRoom = z.infer<typeof myRoom>
export type MyRoomPage = z.infer<typeof myRoomPage>
export type OpenedRoom = z.infer<typeof openedRoom>
export type GuestRoom = z.infer<typeof guestRoom>
