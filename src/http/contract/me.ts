import { z } from 'zod'
import { languages } from '../../domain/language.ts'
import { permission } from './directory.ts'

/** Who calls. */
export const me = z.object({
  email: z.string(),
  company: z.object({ id: z.uuid(), name: z.string() }),
  language: z.enum(languages),
  permissions: z.array(permission).describe('As they were granted; each includes its children.'),
  may: z.array(permission).describe('All that they may do, the children included.'),
})

export type Me = z.infer<typeof me>
