import { sql } from 'kysely'
import { createKey } from '../../../../src/access/create-key.ts'
import { newId } from '../../../../src/domain/id.ts'
import { allPermissions, type Permission } from '../../../../src/domain/permission.ts'
import { altered } from '../altered.ts'
import type { TestServer } from '../start-server.ts'
import type { LinkNeed, Standing } from './expected.ts'

/** Somebody who asks: what their requests show, and as what they stand before a route. */
export interface MatrixCaller {
  readonly name: string
  readonly headers: Readonly<Record<string, string>>
  readonly standing: Standing
}

/** A user with a key and a session that it opened. */
export interface Person {
  readonly companyId: string
  readonly userId: string
  readonly key: string
  readonly keyId: string
  readonly cookie: string
  readonly sessionId: string
}

export const watcherToken = 'the-token-of-who-watches'

/** Everybody who may come: with every single permission, with none, with all, by each way, and with what is worthless. */
export async function makeCallers(
  here: TestServer,
  links: Readonly<Record<LinkNeed, string>>,
): Promise<readonly MatrixCaller[]> {
  const sets: readonly (readonly Permission[])[] = [
    ...allPermissions.map((permission) => [permission]),
    [],
    allPermissions,
  ]
  const people: MatrixCaller[] = []
  for (const permissions of sets) {
    const called = permissions.length > 1 ? 'all permissions' : (permissions[0] ?? 'none')
    const person = await addPerson(here, here.company.id, permissions)
    const standing = { kind: 'user', permissions } as const
    people.push({ name: `key: ${called}`, headers: byKey(person.key), standing })
    people.push({ name: `session: ${called}`, headers: byCookie(person.cookie), standing })
  }
  const administrator = await addPerson(here, here.company.id, ['manage-company-settings'])
  return [
    { name: 'nobody', headers: {}, standing: nobody },
    ...people,
    ...(await limited(here, administrator)),
    ...(await worthless(here)),
    { name: 'folder key', headers: byKey(here.folderKey), standing: { kind: 'folder' } },
    { name: 'watcher', headers: byKey(watcherToken), standing: { kind: 'watcher' } },
    ...byLinks(links, administrator),
  ]
}

/** A new user of a company, with a key and a session. */
export async function addPerson(
  here: TestServer,
  companyId: string,
  permissions: readonly Permission[],
): Promise<Person> {
  const email = `${newId()}@example.org`
  const key = await here.addUser(companyId, email, permissions)
  const { rows } = await sql<{ userId: string; keyId: string }>`
    select user_id as "userId", id as "keyId" from api_keys
    where company_id = ${companyId}
      and user_id = (select id from users where email = ${email})`.execute(here.db)
  const [user] = rows
  if (user === undefined) throw new Error('The user that was just added is not there.')
  return { companyId, key, ...user, ...(await openSession(here, key)) }
}

async function openSession({ server, db }: TestServer, key: string) {
  const answer = await server.inject({ method: 'POST', url: '/api/v1/session', payload: { key } })
  const set = answer.cookies.find(({ name }) => name === 'roster_session')
  const { rows } = await sql<{ id: string }>`
    select id from sessions order by created_at desc, id desc limit 1`.execute(db)
  return { cookie: `roster_session=${set?.value}`, sessionId: rows[0]?.id ?? '' }
}

/** A key that may less than its user, and the session that it opens. */
async function limited(here: TestServer, { companyId, userId }: Person) {
  const permissions = ['list-all-rooms', 'administrate-users'] as const
  const limits = { permissions, expiresAt: null }
  const now = new Date()
  const { key } = await createKey(here.db, { companyId, userId, name: 'limited', limits, now })
  const { cookie } = await openSession(here, key)
  const standing = { kind: 'user', permissions, isLimited: true } as const
  return [
    { name: 'limited key', headers: byKey(key), standing },
    { name: 'session of a limited key', headers: byCookie(cookie), standing },
  ]
}

/** What was made up, has ended, or belongs to somebody who is gone. */
async function worthless(here: TestServer): Promise<readonly MatrixCaller[]> {
  const companyId = here.company.id
  const all: readonly Permission[] = ['manage-company-settings']
  const [expired, gone, forged] = [
    await addPerson(here, companyId, all),
    await addPerson(here, companyId, all),
    await addPerson(here, companyId, all),
  ]
  const past = new Date(Date.now() - 1000)
  await sql`update sessions set expires_at = ${past} where id = ${expired.sessionId}`.execute(
    here.db,
  )
  await sql`update api_keys set expires_at = ${past} where id = ${expired.keyId}`.execute(here.db)
  await sql`delete from users where id = ${gone.userId}`.execute(here.db)
  const shown = {
    'expired session': byCookie(expired.cookie),
    'expired key': byKey(expired.key),
    'session of a deleted user': byCookie(gone.cookie),
    'key of a deleted user': byKey(gone.key),
    'forged session': byCookie(altered(forged.cookie)),
    'forged key': byKey(altered(forged.key)),
    'a session as a key': byKey(forged.cookie.replace('roster_session=', '')),
    'a key as a session': byCookie(`roster_session=${forged.key}`),
    'nonsense as a key': byKey('roster_x'),
    'nonsense as the watcher': byKey(altered(watcherToken)),
    'nonsense as the folder key': byKey(altered(here.folderKey)),
  }
  return Object.entries(shown).map(([name, headers]) => ({ name, headers, standing: nobody }))
}

/** Each link by itself; and with an administrator's session beside it, who is nobody else as long as it is shown. */
function byLinks(
  links: Readonly<Record<LinkNeed, string>>,
  { cookie }: Person,
): readonly MatrixCaller[] {
  const shown = (Object.keys(links) as LinkNeed[]).flatMap((opens) => [
    { name: opens, link: links[opens], opens },
    { name: `forged ${opens}`, link: altered(links[opens]), opens: null },
  ])
  return shown.flatMap(({ name, link, opens }) => {
    const standing = { kind: 'link', opens } as const
    const headers = { 'roster-link': link }
    return [
      { name, headers, standing },
      { name: `${name} and a session`, headers: { ...headers, ...byCookie(cookie) }, standing },
    ]
  })
}

const nobody: Standing = { kind: 'nobody' }

export function byKey(key: string): Readonly<Record<string, string>> {
  return { authorization: `Bearer ${key}` }
}

function byCookie(cookie: string): Readonly<Record<string, string>> {
  return { cookie, 'sec-fetch-site': 'same-origin' }
}
