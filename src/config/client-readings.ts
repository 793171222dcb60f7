import { z } from 'zod'
import { webAddress } from './kinds.ts'
import type { Reading } from './setting.ts'

/** What the command line uses. */
export const clientReadings = {
  url: {
    name: 'ROSTER_URL',
    default: null,
    description: 'The server that the command line uses, together with ROSTER_API_KEY.',
    schema: webAddress,
    must: 'an address that begins with http:// or https://',
  },
  apiKey: {
    name: 'ROSTER_API_KEY',
    default: null,
    description: 'The API key with which the command line speaks to ROSTER_URL.',
    schema: z.string().regex(/^[\x21-\x7e]+$/u),
    must: 'a key as “roster keys create” shows it',
  },
} satisfies Readonly<Record<string, Reading<unknown>>>
