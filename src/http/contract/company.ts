import { z } from 'zod'
import { languages } from '../../domain/language.ts'

const language = z.enum(languages)

export const company = z.object({
  id: z.uuid(),
  name: z.string(),
  language: language.describe('Of invited people, unless their batch says otherwise.'),
  replyTo: z.string().nullable().describe('Where answers to its mails go.'),
  holdsMails: z.boolean().describe('Its mails wait until somebody releases them.'),
  hasLogo: z.boolean(),
})

/** What may be changed; what is not said stays. */
export const companyChange = z.strictObject({
  name: z.string().trim().min(1).max(200).optional(),
  language: language.optional(),
  replyTo: z.string().trim().min(1).max(320).nullable().optional(),
  holdsMails: z.boolean().optional(),
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
  link: z.url().describe('Where the administrator chooses a password, once.'),
})

/** Where the company's rooms are entered. */
export const meetingServer = z.object({
  address: z
    .string()
    .describe('A web address with {room}, and perhaps {title}, {name}, {role}, {jwt}.'),
  appId: z
    .string()
    .nullable()
    .describe('For servers that take a signed token (Jitsi): its issuer.'),
  hasSecret: z.boolean(),
})

export const meetingServerChange = z.strictObject({
  address: z.string().trim().min(1).max(2000),
  appId: z.string().trim().min(1).max(200).nullable(),
  secret: z
    .string()
    .min(16)
    .max(500)
    .nullable()
    .optional()
    .describe('Null: none; unless said, the one that is there stays. It is never shown again.'),
})

export type Company = z.infer<typeof company>
export type CompanyChange = z.infer<typeof companyChange>
export type CreatedCompany = z.infer<typeof createdCompany>
export type MeetingServer = z.infer<typeof meetingServer>
export type MeetingServerChange = z.infer<typeof meetingServerChange>
