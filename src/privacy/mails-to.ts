import { sql } from 'kysely'
import type { Db } from '../directory/schema.ts'
import { firstId, pages, pageSize } from './pages.ts'
import type { Pages, Person } from './personal-data.ts'

/** The mails to a user, and to a guest with the same address, with what they say; their links are in none of them. */
export function mailsTo(db: Db, { companyId, id, emailKey }: Person): Pages {
  return pages<{ readonly id: string }>(async (last) => {
    const { rows } = await sql<{ id: string }>`
      select id, kind, recipient as "to", language, state, content, answer,
        created_at as "createdAt", sent_at as "sentAt"
      from mails
      where company_id = ${companyId} and (user_id = ${id} or recipient_key = ${emailKey})
        and id > ${last?.id ?? firstId}
      order by id limit ${pageSize}`.execute(db)
    return rows
  })
}
