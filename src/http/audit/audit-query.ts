import { z } from 'zod'

/** Which entries of the audit log are asked for. */
export const auditQuery = z.object({
  act: z.string().max(100).optional().describe('Only this act.'),
  actor: z.uuid().optional().describe('Only what this user or guest did.'),
  search: z
    .string()
    .max(200)
    .optional()
    .describe('Only what was done by somebody whose address or name contains this.'),
})
