import { z } from 'zod'

/** The body of every error (RFC 9457), as `application/problem+json`. */
export const problemDetails = z.object({
  type: z.string(),
  title: z.string().describe('A sentence that says what is wrong and what to do.'),
  status: z.int(),
  code: z.string().describe('Stable.'),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
  request: z.string(),
})

export type ProblemDetails = z.infer<typeof problemDetails>
