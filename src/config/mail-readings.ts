import { z } from 'zod'
import { address, count } from './kinds.ts'
import type { Reading } from './setting.ts'

/** How mails leave. */
export const mailReadings = {
  smtpUrl: {
    name: 'ROSTER_SMTP_URL',
    default: null,
    description:
      'The mail server: smtp://user:password@host:587 or smtps://… Without it, mails are kept as .eml files in the data folder.',
    schema: address('smtp:', 'smtps:'),
    must: 'an address that begins with smtp:// or smtps://',
  },
  mailFrom: {
    name: 'ROSTER_MAIL_FROM',
    default: 'Roster <roster@localhost>',
    description: 'The sender of mails.',
    schema: z.string().regex(/^[^\r\n]*[^\s@]@[^\s@][^\r\n]*$/u),
    must: 'a sender such as “Roster <roster@example.org>”',
  },
  mailsPerMinute: {
    name: 'ROSTER_MAILS_PER_MINUTE',
    default: null,
    description: 'At most so many mails are handed over in a minute, by all servers together.',
    schema: count(1, 1_000_000),
    must: 'a number of mails from 1 to 1000000',
  },
  mailsPerMinuteAndDomain: {
    name: 'ROSTER_MAILS_PER_MINUTE_AND_DOMAIN',
    default: null,
    description: 'At most so many of them to the same domain.',
    schema: count(1, 1_000_000),
    must: 'a number of mails from 1 to 1000000',
  },
} satisfies Readonly<Record<string, Reading<unknown>>>
