import { z } from 'zod'
import { moment } from './moment.ts'
import { permission } from './permission.ts'

/** A key of one's own. */
export const newKey = z.strictObject({
  name: z.string().trim().min(1).max(200),
  permissions: z
    .array(permission)
    .max(20)
    .nullable()
    .default(null)
    .describe('What of one’s own permissions it may use; null: all, now and later.'),
  expiresAt: moment.nullable().default(null),
})

/** The key itself is shown this once. */
export const createdKey = z.object({ id: z.uuid(), name: z.string(), key: z.string() })

/** A key of one's own; the key itself is stored nowhere. */
export const key = z.object({
  id: z.uuid(),
  name: z.string(),
  permissions: z.array(permission).nullable().describe('Null: all that its user may.'),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
  expiresAt: z.iso.datetime().nullable(),
  current: z.boolean().describe('Who asks came in with it, and is out when it is deleted.'),
})

export const keyList = z.object({ keys: z.array(key) })

export type NewKey = z.input<typeof newKey>
export type CreatedKey = z.infer<typeof createdKey>
export type Key = z.infer<typeof key>
