import type { Migration } from 'kysely/migration'
import { up as directory } from './0001-directory.ts'
import { up as mails } from './0002-mails.ts'
import { up as batches } from './0003-batches.ts'
import { up as mailWithdrawals } from './0004-mail-withdrawals.ts'
import { up as sessions } from './0005-sessions.ts'
import { up as leftOut } from './0006-left-out.ts'
import { up as effects } from './0007-effects.ts'

/** Every migration by its name, in the order in which they run. Forward only. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-directory': { up: directory },
  '0002-mails': { up: mails },
  '0003-batches': { up: batches },
  '0004-mail-withdrawals': { up: mailWithdrawals },
  '0005-sessions': { up: sessions },
  '0006-left-out': { up: leftOut },
  '0007-effects': { up: effects },
}
