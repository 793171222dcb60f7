import { sql, type Kysely, type RawBuilder } from 'kysely'

/**
 * What lists of a million need to be quick, and no batch pays for: partial indexes that say nothing of a row that is just
 * inserted. Mails that neither wait nor were sent are found by their state. Active users are found in the order of their
 * names, as `asPeopleSort` makes it; whoever was invited becomes one of them one by one.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index mails_not_sent on mails (company_id, state, id)
    where state in ('failed', 'unknown', 'withdrawn')`.execute(db)
  const [first, last] = [asPeopleSort('first_name'), asPeopleSort('last_name')]
  await sql`
    create index users_by_first_name on users (company_id, ${first}, ${last}, email_key)
    where status = 'active'`.execute(db)
  await sql`
    create index users_by_last_name on users (company_id, ${last}, ${first}, email_key)
    where status = 'active'`.execute(db)
}

function asPeopleSort(name: string): RawBuilder<unknown> {
  return sql`(((
    case when octet_length(${sql.ref(name)}) = length(${sql.ref(name)})
      then lower(${sql.ref(name)} collate "C") collate "default"
    else lower(normalize(${sql.ref(name)} collate "default", nfd)) end) collate "C"))`
}
