import { count } from './kinds.ts'
import type { Reading } from './setting.ts'

/** How much is too much. */
export const limitReadings = {
  maxBytes: {
    name: 'ROSTER_MAX_BYTES',
    default: '200000000',
    description: 'The largest source, in bytes.',
    schema: count(1, 100_000_000_000),
    must: 'a number of bytes from 1 to 100000000000',
  },
  maxRows: {
    name: 'ROSTER_MAX_ROWS',
    default: '2000000',
    description: 'The most rows of a source.',
    schema: count(1, 100_000_000),
    must: 'a number of rows from 1 to 100000000',
  },
  confirmDeletions: {
    name: 'ROSTER_CONFIRM_DELETIONS',
    default: '20',
    description: 'Deleting more than this percentage of the company’s users needs a confirmation.',
    schema: count(0, 100),
    must: 'a percentage from 0 to 100, without the sign',
  },
  confirmMails: {
    name: 'ROSTER_CONFIRM_MAILS',
    default: '1000',
    description: 'Sending more mails than this with one batch needs a confirmation.',
    schema: count(0, 1_000_000_000),
    must: 'a number of mails from 0 to 1000000000',
  },
} satisfies Readonly<Record<string, Reading<unknown>>>
