import type { Migration } from 'kysely/migration'
import * as directory from './0001-directory.ts'
import * as mails from './0002-mails.ts'
import * as batches from './0003-batches.ts'

/** Every migration by its name, in the order in which they run. Forward only. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-directory': directory,
  '0002-mails': mails,
  '0003-batches': batches,
}
