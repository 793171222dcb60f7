import { z } from 'zod'
import { sealedCookie } from '../sealed-cookie.ts'

/** As whom the provider knows somebody who has yet to choose one of several companies. */
export const identityCookie = sealedCookie({
  name: 'roster_identity',
  sameSite: 'strict',
  seconds: 10 * 60,
  content: z.object({
    issuer: z.string(),
    subject: z.string(),
    email: z.string().nullable(),
    isUnverified: z.boolean(),
  }),
})
