import { sql, type RawBuilder } from 'kysely'
import type { Json } from '../domain/json.ts'
import { actorsFound, isByFoundActor } from './audit-actors.ts'
import type { AuditActorKind, AuditWay, Db } from './schema.ts'

/** Which entries of a company's audit log are asked for. */
export interface AuditLogPage {
  readonly companyId: string
  readonly act?: string | undefined
  /** The id of who did it. */
  readonly actor?: string | undefined
  /** Only what was done by somebody whose address or name contains this, whatever its case. */
  readonly search?: string | undefined
  /** The id of the last entry on the page before. */
  readonly after?: string | undefined
  readonly limit: number
}

/** An entry with the names of today; who or what is gone has none. */
export interface AuditLogEntry {
  /** Also the place in the log: give it as `after` to go on behind this entry. */
  readonly id: string
  readonly at: Date
  readonly act: string
  readonly actor: {
    readonly kind: AuditActorKind
    readonly id: string | null
    readonly name: string | null
  }
  readonly way: AuditWay | null
  readonly address: string | null
  readonly subject: {
    readonly kind: string
    readonly id: string | null
    readonly name: string | null
  } | null
  readonly details: Readonly<Record<string, Json>>
}

/** The audit log of a company, the newest first: identifiers are made in the order of time. */
export async function listAuditLog(db: Db, page: AuditLogPage): Promise<readonly AuditLogEntry[]> {
  const { rows } = await sql<AuditLogEntry>`
    with page as (${await entriesOf(db, page)})
    select page.id, page.at, page.act, page.way, page.address, page.details,
      json_build_object('kind', actor_kind, 'id', actor_id, 'name', ${nameOf('actor')}) as actor,
      case when subject_kind is not null then
        json_build_object('kind', subject_kind, 'id', subject_id, 'name', ${nameOf('subject')})
      end as subject
    from page order by page.id desc`.execute(db)
  return rows
}

async function entriesOf(db: Db, page: AuditLogPage): Promise<RawBuilder<unknown>> {
  const { search = '' } = page
  if (search.trim() === '') return entries(page, sql`true`)
  const ids = await actorsFound(db, { ...page, search, limit: mostActors + 1 })
  return ids.length > mostActors
    ? entries(page, isByFoundActor({ ...page, search }))
    : newestOf(page, ids)
}

// Looking at a hundred entries of each takes 30 ms then. What more people have done is met soon enough on the way.
const mostActors = 200

/** So many of each actor are looked at, by the index on who did it, and the newest of all those are the page. */
function newestOf(page: AuditLogPage, actors: readonly string[]): RawBuilder<unknown> {
  return sql`
    select newest.* from unnest(${actors}::uuid[]) as actor (id)
    cross join lateral (${entries(page, sql`entry.actor_id = actor.id`)}) newest
    order by newest.id desc limit ${page.limit}`
}

function entries(page: AuditLogPage, isAsked: RawBuilder<boolean>): RawBuilder<unknown> {
  const { companyId, act, actor, after = lastId, limit } = page
  return sql`
    select * from audit_log as entry
    where company_id = ${companyId} and id < ${after} and ${isAsked}
      and ${act === undefined ? sql`true` : sql`act = ${act}`}
      and ${actor === undefined ? sql`true` : sql`actor_id = ${actor}`}
    order by id desc limit ${limit}`
}

const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** What people know the actor or the subject by: each kind of thing has its own. */
function nameOf(who: 'actor' | 'subject'): RawBuilder<string | null> {
  const kind = sql.ref(`page.${who}_kind`)
  const found = (table: string, name: string) => sql`(
    select ${sql.ref(name)} from ${sql.table(table)} as named
    where named.company_id = page.company_id and named.id = ${sql.ref(`page.${who}_id`)})`
  return sql`case ${kind}
    when 'user' then ${found('users', 'email')}
    when 'guest' then ${found('guests', 'name')}
    when 'room' then ${found('rooms', 'name')}
    when 'batch' then ${found('batches', 'operation')}
    when 'key' then ${found('api_keys', 'name')}
    when 'company' then (select name from companies where id = page.company_id)
    when 'mail' then ${found('mails', 'recipient')} end`
}
