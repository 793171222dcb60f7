import type { Language } from '../domain/language.ts'
import type { Db } from './schema.ts'
import { visibleText } from './visible-text.ts'

/** What a user says of themselves. */
export interface Person {
  readonly firstName: string
  readonly lastName: string
  readonly language: Language
}

/**
 * Changes a user's names and language.
 * @returns them as they are stored
 * @throws RequestError `invalid-request` (something in a name that nobody could see)
 */
export async function changePerson(
  db: Db,
  user: { readonly companyId: string; readonly userId: string },
  said: Person,
): Promise<Person> {
  const { language } = said
  const person = {
    firstName: visibleText(said.firstName),
    lastName: visibleText(said.lastName),
    language,
  }
  await db
    .updateTable('users')
    .set({ first_name: person.firstName, last_name: person.lastName, language })
    .where('company_id', '=', user.companyId)
    .where('id', '=', user.userId)
    .execute()
  return person
}
