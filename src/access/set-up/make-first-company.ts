import { sql } from 'kysely'
import { changePerson } from '../../directory/change-person.ts'
import { createCompany } from '../../directory/create-company.ts'
import type { Tx } from '../../directory/schema.ts'
import type { Language } from '../../domain/language.ts'
import type { Caller } from '../caller.ts'
import { userAsCaller } from '../find-caller.ts'
import { storePassword } from '../passwords/store-password.ts'
import { mustBeFirst } from './must-be-first.ts'

/** What whoever installed Roster says of the company and of themselves. */
interface FirstCompany {
  readonly company: string
  readonly language: Language
  readonly email: string
  readonly firstName: string
  readonly lastName: string
  /** By `hashChosenPassword`. */
  readonly hash: string
  readonly now: Date
}

/**
 * Makes the first company of the installation, with an administrator who has a password. Of two at once, one wins.
 * @returns the administrator
 * @throws RequestError `company-exists-already`, `invalid-request` (names, no e-mail address)
 */
export async function makeFirstCompany(tx: Tx, first: FirstCompany): Promise<Caller> {
  const { company, email, firstName, lastName, language, hash, now } = first
  // Whoever makes a company at this moment, here or on the command line, waits, and finds this one.
  await sql`lock table companies in share row exclusive mode`.execute(tx)
  await mustBeFirst(tx)
  const { id: companyId, admin } = await createCompany(tx, {
    name: company,
    admin: email,
    language,
    now,
  })
  const user = { companyId, userId: admin.id }
  await changePerson(tx, user, { firstName, lastName, language })
  await storePassword(tx, { ...user, hash, now })
  const caller = await userAsCaller(tx, user)
  if (caller === undefined) throw new Error('The administrator that was made is not there.')
  return caller
}
