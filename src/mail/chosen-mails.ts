import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../directory/schema.ts'
import { areChosen, type MailChoice } from './mail-choice.ts'
import type { MailKey } from './mail-keys.ts'
import { isWithdrawn } from './mail-state.ts'

interface Chosen {
  readonly companyId: string
  readonly choice: MailChoice
  /** Which of them; in words that an index knows, since all others may be a million. */
  readonly are: RawBuilder<boolean>
}

/**
 * The chosen mails that nobody has withdrawn, in slices and in the order of their keys: each is to be changed in a
 * transaction of its own, so that a million of them keep no delivery and no batch waiting.
 */
export async function* chosenMails(db: Db, chosen: Chosen): AsyncGenerator<readonly MailKey[]> {
  let after = firstId
  for (;;) {
    const found = await next(db, chosen, after)
    for (let start = 0; start < found.length; start += slice) {
      yield found.slice(start, start + slice)
    }
    const last = found.at(-1)
    if (last === undefined || found.length < look) return
    after = last.id
  }
}

const firstId = '00000000-0000-0000-0000-000000000000'

// A tenth of a second each.
const slice = 5_000

// Every look goes through all that is left: a million take twenty of them.
const look = 10 * slice

async function next(
  db: Db,
  { companyId, choice, are }: Chosen,
  after: string,
): Promise<readonly MailKey[]> {
  const { rows } = await sql<MailKey>`
    select company_id as "companyId", id from mails
    where ${areChosen(companyId, choice)} and ${are} and not ${isWithdrawn} and id > ${after}
    order by id limit ${look}`.execute(db)
  return rows
}
