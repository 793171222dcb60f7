import { sql } from 'kysely'
import type { Language } from '../domain/language.ts'
import { RequestError } from '../domain/request-error.ts'
import type { Db } from './schema.ts'

/** A company as its users see it. */
export interface CompanyEntry {
  readonly id: string
  readonly name: string
  /** Of invited people, unless their batch says otherwise. */
  readonly language: Language
  /** Where answers to its mails go. */
  readonly replyTo: string | null
  /** Its mails wait until somebody releases them. */
  readonly holdsMails: boolean
  readonly hasLogo: boolean
}

/** @throws RequestError `company-not-found` when it was deleted in this moment */
export async function findCompany(db: Db, id: string): Promise<CompanyEntry> {
  const { rows } = await sql<CompanyEntry>`
    select id, name, language, reply_to as "replyTo", holds_mails as "holdsMails",
      exists (select from company_logos where company_id = companies.id) as "hasLogo"
    from companies where id = ${id}`.execute(db)
  const [company] = rows
  if (company === undefined) throw new RequestError('company-not-found', { company: id })
  return company
}
