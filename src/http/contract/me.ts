import { z } from 'zod'
import { languages } from '../../domain/language.ts'
import { permission } from './permission.ts'

/** Who calls. */
export const me = z.object({
  id: z.uuid(),
  email: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  company: z.object({ id: z.uuid(), name: z.string() }),
  language: z.enum(languages),
  permissions: z.array(permission).describe('As they were granted; each includes its children.'),
  may: z.array(permission).describe('All that they may do, the children included.'),
  hasPassword: z.boolean(),
})

const name = z.string().trim().max(100)

/** What one may change of oneself; what is not said stays. */
export const profileChange = z.strictObject({
  firstName: name.optional(),
  lastName: name.optional(),
  language: z.enum(languages).optional(),
})

/** All that is known about one person, for that person: a document for people to read and programs to keep. */
export const personalData = z.looseObject({
  exportedAt: z.iso.datetime(),
  user: z.looseObject({ id: z.uuid(), email: z.string() }),
})

export type Me = z.infer<typeof me>
export type ProfileChange = z.infer<typeof profileChange>
