import { z } from 'zod'

/** How one can get in here. */
export const doors = z.object({
  example: z
    .object({ company: z.string(), email: z.string() })
    .nullable()
    .describe('The example company lets everybody on this machine in with one click.'),
})

/** Signs in with an API key, or into the example company. The answer sets a cookie that no script can read. */
export const newSession = z.union([
  z.strictObject({ key: z.string().trim().min(1).max(200) }),
  z.strictObject({ example: z.literal(true) }),
])

export type Doors = z.infer<typeof doors>
export type NewSession = z.infer<typeof newSession>
