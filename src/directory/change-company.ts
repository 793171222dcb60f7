import type { Language } from '../domain/language.ts'
import { RequestError } from '../domain/request-error.ts'
import { cleanName } from './clean-name.ts'
import type { Db } from './schema.ts'
import { sqlState } from './sql-state.ts'

/** What may be changed; what is not said stays. */
export interface CompanyChange {
  readonly name?: string | undefined
  readonly language?: Language | undefined
  readonly replyTo?: string | null | undefined
  readonly holdsMails?: boolean | undefined
}

/**
 * Changes what a company says of itself.
 * @throws RequestError `company-name-taken`, `invalid-request` (no name)
 */
export async function changeCompany(db: Db, id: string, change: CompanyChange): Promise<void> {
  const { language, replyTo: reply_to, holdsMails: holds_mails } = change
  const name = change.name === undefined ? undefined : cleanName(change.name)
  const columns = { name, language, reply_to, holds_mails }
  if (Object.values(columns).every((value) => value === undefined)) return
  const changed = db.updateTable('companies').set(columns).where('id', '=', id)
  await changed.execute().catch((error: unknown) => {
    throw sqlState(error) === uniqueViolation
      ? new RequestError('company-name-taken', { name: name ?? '' })
      : error
  })
}

const uniqueViolation = '23505'
