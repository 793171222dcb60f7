import type { Migration } from 'kysely/migration'
import { up as directory } from './0001-directory.ts'
import { up as mails } from './0002-mails.ts'
import { up as batches } from './0003-batches.ts'
import { up as mailWithdrawals } from './0004-mail-withdrawals.ts'

/** Every migration by its name, in the order in which they run. Forward only. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-directory': { up: directory },
  '0002-mails': { up: mails },
  '0003-batches': { up: batches },
  '0004-mail-withdrawals': { up: mailWithdrawals },
}
