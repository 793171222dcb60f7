import type { UserRef } from '../directory/find-user.ts'
import type { Db } from '../directory/schema.ts'
import { RequestError } from '../domain/request-error.ts'
import { accountData, type AccountData } from './account-data.ts'
import { auditEntriesAbout } from './audit-entries-about.ts'
import { batchesOf } from './batches-of.ts'
import { batchRowsNaming } from './batch-rows-naming.ts'
import { mailsTo } from './mails-to.ts'

/** All that is known about one person. What can be long comes page by page. */
export interface PersonalData {
  readonly account: AccountData
  readonly lists: Readonly<Record<string, Pages>>
}

export type Pages = AsyncIterable<readonly object[]>

/** Whose data is collected. Their address is how rows, mails and guests name them. */
export interface Person extends UserRef {
  readonly emailKey: string
}

/**
 * Collects all that is known about a user: the account and how they get in (without what would let somebody in), where
 * they are a guest, the mails to them, what they did and what was done to them, the batches that they started, and
 * the rows that name them until those have had their time.
 * @throws RequestError `user-not-found`
 */
export async function personalData(db: Db, ref: UserRef): Promise<PersonalData> {
  const found = await accountData(db, ref)
  if (found === undefined) throw new RequestError('user-not-found', { email: ref.id })
  const { emailKey, account } = found
  const person: Person = { ...ref, emailKey }
  return {
    account,
    lists: {
      mails: mailsTo(db, person),
      batches: batchesOf(db, person),
      batchRows: batchRowsNaming(db, person),
      auditLog: auditEntriesAbout(db, person),
    },
  }
}
