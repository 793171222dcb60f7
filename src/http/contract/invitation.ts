import { z } from 'zod'
import { languages } from '../../domain/language.ts'
import { roles } from '../../domain/role.ts'
import { chosenPassword } from './session.ts'

/** What the page of an invitation shows. Links that do not open are refused: `link-used`, `link-expired` … */
export const invitation = z.object({
  company: z.string(),
  inviter: z
    .string()
    .nullable()
    .describe('Who invites: a name, else an address; null: the company.'),
  email: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  language: z.enum(languages),
  until: z.iso.datetime(),
  rooms: z.array(z.object({ room: z.string(), role: z.enum(roles) })),
})

const name = z.string().trim().max(100)

export const invitationAcceptance = z.strictObject({
  firstName: name,
  lastName: name,
  language: z.enum(languages),
  password: chosenPassword,
})

export type Invitation = z.infer<typeof invitation>
export type InvitationAcceptance = z.infer<typeof invitationAcceptance>
