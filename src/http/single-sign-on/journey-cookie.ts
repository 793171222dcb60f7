import { z } from 'zod'
import { sealedCookie } from '../sealed-cookie.ts'

/**
 * What a browser keeps while it is at the provider: what proves that it is the one that departed, and where to go
 * afterwards. The provider sends it back from another site, with which a stricter cookie would not come along.
 */
export const journeyCookie = sealedCookie({
  name: 'roster_single_sign_on',
  sameSite: 'lax',
  seconds: 10 * 60,
  content: z.object({
    state: z.string(),
    nonce: z.string(),
    verifier: z.string(),
    back: z.string(),
  }),
})
