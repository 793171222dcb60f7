import { sql } from 'kysely'
import type { Db } from '../../src/directory/schema.ts'
import { mailState } from '../../src/mail/mail-state.ts'

type Where = { readonly db: Db; readonly id: string }

/** What the directory of a company says, without identifiers and in one order: fit to be compared. */
export interface DirectoryView {
  readonly users: readonly UserView[]
  readonly guests: readonly GuestView[]
  readonly rooms: readonly string[]
}

export interface UserView {
  readonly email: string
  readonly name: string
  readonly language: string
  readonly status: string
  readonly invitedAt: string | null
  readonly permissions: readonly string[]
  readonly rooms: Readonly<Record<string, string>>
}

export interface GuestView {
  readonly email: string
  readonly name: string
  readonly room: string
  readonly role: string
  readonly mailedAt: string | null
}

export interface MailView {
  readonly to: string
  readonly kind: string
  readonly state: string
  readonly rooms: readonly string[]
}

export async function directoryOf({ db, id }: Where): Promise<DirectoryView> {
  const { rows } = await sql<DirectoryView>`
    select
      coalesce((select json_agg(json_build_object(
        'email', u.email,
        'name', trim(u.first_name || ' ' || u.last_name),
        'language', u.language,
        'status', u.status,
        'invitedAt', (select to_char(issued_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS')
          from invitations i where i.company_id = u.company_id and i.user_id = u.id),
        'permissions', array(select permission from user_permissions p
          where p.company_id = u.company_id and p.user_id = u.id order by permission),
        'rooms', coalesce((select json_object_agg(r.name, a.role order by r.name)
          from assignments a join rooms r on r.company_id = a.company_id and r.id = a.room_id
          where a.company_id = u.company_id and a.user_id = u.id), '{}')
      ) order by u.email_key) from users u where u.company_id = ${id}), '[]') as users,
      coalesce((select json_agg(json_build_object(
        'email', g.email, 'name', g.name, 'room', r.name, 'role', g.role,
        'mailedAt', to_char(g.mailed_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS')
      ) order by g.email_key, r.name)
        from guests g join rooms r on r.company_id = g.company_id and r.id = g.room_id
        where g.company_id = ${id}), '[]') as guests,
      array(select name from rooms where company_id = ${id} order by name) as rooms`.execute(db)
  const [view] = rows
  if (view === undefined) throw new Error('A query without a row.')
  return view
}

/** The user with this address, as the directory of the company says. */
export async function userIn(company: Where, email: string): Promise<UserView | undefined> {
  const { users } = await directoryOf(company)
  return users.find((user) => user.email === email)
}

/** The mails of a company by recipient, in the order in which they were queued. */
export async function mailsOf({ db, id }: Where): Promise<readonly MailView[]> {
  const { rows } = await sql<MailView>`
    select recipient as "to", kind, ${mailState} as state,
      array(select coalesce(room ->> 'name', room ->> 'room') || ': ' || (room ->> 'role')
        from json_array_elements(coalesce(content -> 'rooms', content -> 'guests')) as room
      ) as rooms
    from mails where company_id = ${id} order by recipient, id`.execute(db)
  return rows
}

/** Every row of every table that an execution may write to, whatever the company. */
export async function dumpDirectory(db: Db): Promise<Readonly<Record<string, unknown>>> {
  const dump: Record<string, unknown> = {}
  for (const table of tables) {
    const { rows } = await sql`select * from ${sql.table(table)} as t order by t::text`.execute(db)
    dump[table] = rows
  }
  return dump
}

const tables = [
  'companies',
  'users',
  'user_permissions',
  'invitations',
  'api_keys',
  'rooms',
  'assignments',
  'guests',
  'mails',
] as const
