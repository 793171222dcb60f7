import { z } from 'zod'
import { address, count } from './kinds.ts'
import type { Reading } from './setting.ts'

/** Where the data is, and what protects it. */
export const storeReadings = {
  databaseUrl: {
    name: 'ROSTER_DATABASE_URL',
    default: null,
    description:
      'A PostgreSQL database (15 or later) to use instead of the embedded one: postgres://user:password@host/name.',
    schema: address('postgres:', 'postgresql:'),
    must: 'an address that begins with postgres://',
  },
  connections: {
    name: 'ROSTER_CONNECTIONS',
    default: '24',
    description: 'The most connections that this server opens to the database.',
    schema: count(8, 1_000),
    must: 'a number of connections from 8 to 1000',
  },
  secret: {
    name: 'ROSTER_SECRET',
    default: null,
    description:
      'The installation’s key, at least 32 characters, from which its links are made; the same for all of its servers. Unless set, a key is kept in the data folder.',
    schema: z.string().min(32),
    must: 'at least 32 characters long',
  },
} satisfies Readonly<Record<string, Reading<unknown>>>
