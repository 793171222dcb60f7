import { z } from 'zod'
import { languages } from '../../domain/language.ts'
import { roles } from '../../domain/role.ts'
import { pageOf } from './page-of.ts'

const mailKinds = ['invitation', 'guest', 'password', 'test'] as const

/** `unknown`: the process ended between the hand-over and its record, so that it may or may not have left. */
export const mailStates = [
  'held',
  'queued',
  'sending',
  'sent',
  'failed',
  'unknown',
  'withdrawn',
] as const

export const mail = z.object({
  id: z.uuid(),
  to: z.string(),
  kind: z.enum(mailKinds),
  language: z.enum(languages),
  state: z.enum(mailStates),
  subject: z.string(),
  batch: z.uuid().nullable().describe('The batch that caused it.'),
  rooms: z.array(z.object({ room: z.string(), role: z.enum(roles) })),
  answer: z.string().nullable().describe('What the mail server said.'),
  attempts: z.int(),
  dueAt: z.iso.datetime().nullable().describe('When a queued one is tried next.'),
  sentAt: z.iso.datetime().nullable(),
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

/** Which mails are released, or recalled: those named, those of a batch, or all of the company. */
export const mailChoice = z.union([
  z.strictObject({ mails: z.array(z.uuid()).min(1).max(1000) }),
  z.strictObject({ batch: z.uuid() }),
  z.strictObject({ all: z.literal(true) }),
])

/** How many mails it concerned. */
export const mailCount = z.object({ mails: z.int() })

export const mailPage = pageOf('mails', mail)

export type Mail = z.infer<typeof mail>
export type MailContent = z.infer<typeof mailContent>
export type MailChoice = z.infer<typeof mailChoice>
export type MailPage = z.infer<typeof mailPage>
