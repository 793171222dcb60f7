import type { Language } from '../domain/language.ts'
import { RequestError } from '../domain/request-error.ts'
import type { Db } from './schema.ts'

/** A company as its users see it. */
export interface CompanyEntry {
  readonly id: string
  readonly name: string
  /** Of invited people, unless their batch says otherwise. */
  readonly language: Language
}

/** @throws RequestError `company-not-found` when it was deleted in this moment */
export async function findCompany(db: Db, id: string): Promise<CompanyEntry> {
  const company = await db
    .selectFrom('companies')
    .select(['id', 'name', 'language'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (company === undefined) throw new RequestError('company-not-found', { company: id })
  return company
}
