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
  maxColumns: {
    name: 'ROSTER_MAX_COLUMNS',
    default: '1000',
    description: 'The most cells of a row.',
    schema: count(1, 16_384),
    must: 'a number of columns from 1 to 16384',
  },
  maxCell: {
    name: 'ROSTER_MAX_CELL',
    default: '100000',
    description: 'The longest cell, in characters.',
    schema: count(1, 1_000_000),
    must: 'a number of characters from 1 to 1000000',
  },
  maxUnpacked: {
    name: 'ROSTER_MAX_UNPACKED',
    default: '1000000000',
    description: 'What a workbook may unpack to, in bytes.',
    schema: count(1, 100_000_000_000),
    must: 'a number of bytes from 1 to 100000000000',
  },
  maxRatio: {
    name: 'ROSTER_MAX_RATIO',
    default: '200',
    description: 'How many times its packed size a part of a workbook may unpack to.',
    schema: count(1, 10_000),
    must: 'a number from 1 to 10000',
  },
  stalledAfter: {
    name: 'ROSTER_STALLED_AFTER',
    default: '30',
    description:
      'How many seconds a request has for its next 10 kB; the connection of one that stalls is closed.',
    schema: count(1, 86_400),
    must: 'a number of seconds from 1 to 86400',
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
