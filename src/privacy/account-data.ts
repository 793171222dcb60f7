import { sql } from 'kysely'
import type { UserRef } from '../directory/find-user.ts'
import type { Db } from '../directory/schema.ts'

/** The account, and whatever hangs from it. Times are ISO 8601. */
export interface AccountData {
  readonly company: string
  readonly user: { readonly id: string; readonly email: string } & Readonly<Record<string, unknown>>
  readonly permissions: readonly string[]
  readonly rooms: readonly object[]
  readonly invitation: object | null
  readonly password: object | null
  readonly passwordLink: object | null
  readonly identities: readonly object[]
  readonly keys: readonly object[]
  readonly sessions: readonly object[]
  readonly guestEntries: readonly object[]
}

/** Undefined when there is no such user. Hashes of secrets are left out: they tell nothing, and could be guessed at. */
export async function accountData(
  db: Db,
  { companyId, id }: UserRef,
): Promise<{ readonly emailKey: string; readonly account: AccountData } | undefined> {
  const theirs = sql`company_id = ${companyId} and user_id = ${id}`
  const { rows } = await sql<{ emailKey: string; account: AccountData }>`
    select u.email_key as "emailKey", json_build_object(
      'company', (select name from companies where id = u.company_id),
      'user', json_build_object('id', u.id, 'email', u.email, 'firstName', u.first_name,
        'lastName', u.last_name, 'language', u.language, 'status', u.status,
        'createdAt', u.created_at),
      'permissions', array(select permission from user_permissions where ${theirs} order by 1),
      'rooms', (select coalesce(json_agg(json_build_object('room', name, 'role', role)
        order by name), '[]') from assignments a join rooms r using (company_id)
        where r.id = a.room_id and ${theirs}),
      'invitation', (select json_build_object('issuedAt', issued_at, 'issuedBy', issued_by)
        from invitations where ${theirs}),
      'password', (select json_build_object('changedAt', changed_at) from passwords where ${theirs}),
      'passwordLink', (select json_build_object('issuedAt', issued_at, 'expiresAt', expires_at)
        from password_links where ${theirs}),
      'identities', (select coalesce(json_agg(json_build_object('issuer', issuer,
        'subject', subject, 'since', since)), '[]') from identities where ${theirs}),
      'keys', (select coalesce(json_agg(json_build_object('id', id, 'name', name,
        'permissions', permissions, 'createdAt', created_at, 'lastUsedAt', last_used_at,
        'expiresAt', expires_at) order by id), '[]') from api_keys where ${theirs}),
      'sessions', (select coalesce(json_agg(json_build_object('id', id, 'openedBy', opened_by,
        'browser', browser, 'address', address, 'createdAt', created_at,
        'lastUsedAt', last_used_at, 'expiresAt', expires_at) order by id), '[]')
        from sessions where ${theirs}),
      'guestEntries', (select coalesce(json_agg(json_build_object('room', r.name, 'email', g.email,
        'name', g.name, 'role', role, 'language', language, 'validFrom', valid_from,
        'validUntil', valid_until, 'issuedAt', issued_at, 'mailedAt', mailed_at)
        order by r.name), '[]') from guests g join rooms r using (company_id)
        where r.id = g.room_id and company_id = ${companyId} and g.email_key = u.email_key)
    ) as account
    from users u where u.company_id = ${companyId} and u.id = ${id}`.execute(db)
  return rows[0]
}
