import type { Language } from '../domain/language.ts'
import { RequestError } from '../domain/request-error.ts'
import { cleanName } from './clean-name.ts'
import { findCompany, type CompanyEntry } from './find-company.ts'
import type { Db } from './schema.ts'
import { sqlState } from './sql-state.ts'

/** What may be changed; what is not said stays. */
export interface CompanyChange {
  readonly name?: string | undefined
  readonly language?: Language | undefined
}

/**
 * Renames a company, or chooses the language in which it invites.
 * @throws RequestError `company-exists`, `invalid-request` (no name), `company-not-found`
 */
export async function changeCompany(
  db: Db,
  id: string,
  change: CompanyChange,
): Promise<CompanyEntry> {
  const name = change.name === undefined ? undefined : cleanName(change.name)
  const { language } = change
  if (name !== undefined || language !== undefined) {
    const changed = db.updateTable('companies').set({ name, language }).where('id', '=', id)
    await changed.execute().catch((error: unknown) => {
      throw sqlState(error) === uniqueViolation
        ? new RequestError('company-exists', { name: name ?? '' })
        : error
    })
  }
  return await findCompany(db, id)
}

const uniqueViolation = '23505'
