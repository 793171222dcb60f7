import { z } from 'zod'
import { anyJson } from './batch.ts'

/** What somebody did, or tried. Names are those of today; who is gone has none. */
export const auditEntry = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  act: z.string().describe('As the policy names it; `sign-in-failed` where a sign-in failed.'),
  actor: z.object({
    kind: z.enum(['user', 'guest', 'installation', 'nobody']),
    id: z.uuid().nullable(),
    name: z.string().nullable().describe('The address of a user, the name of a guest; null: gone.'),
  }),
  way: z.enum(['key', 'session', 'folder', 'link']).nullable().describe('By what they came in.'),
  address: z.string().nullable().describe('The network address from which they asked.'),
  subject: z
    .object({ kind: z.string(), id: z.uuid().nullable(), name: z.string().nullable() })
    .nullable()
    .describe('What it was done to: a user, a room, a batch …'),
  details: z.record(z.string(), anyJson).describe('What else there is to say; never a secret.'),
})

export const auditPage = z.object({
  entries: z.array(auditEntry),
  next: z.string().nullable(),
})

export type AuditEntry = z.infer<typeof auditEntry>
export type AuditPage = z.infer<typeof auditPage>
