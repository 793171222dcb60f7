import { z } from 'zod'

export const health = z.object({ status: z.enum(['ok', 'unavailable']), version: z.string() })
