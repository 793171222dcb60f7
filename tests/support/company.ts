import { connect } from '../../src/directory/connect.ts'
import type { Actor } from '../../src/directory/actor.ts'
import type { Db } from '../../src/directory/schema.ts'
import { emailKey } from '../../src/domain/email.ts'
import { newId } from '../../src/domain/id.ts'
import type { Permission } from '../../src/domain/permission.ts'
import type { Role } from '../../src/domain/role.ts'
import { createDatabase } from './database.ts'

/** A company of a test's own, in a database of its own. */
export interface TestCompany extends AsyncDisposable {
  readonly db: Db
  readonly pool: Awaited<ReturnType<typeof createDatabase>>['pool']
  readonly url: string
  readonly id: string
  /** The first administrator. */
  readonly admin: Actor
  addUser(email: string, user?: NewUser): Promise<Actor>
  addRoom(name: string, defaultRole?: Role): Promise<string>
}

export interface NewUser {
  readonly firstName?: string
  readonly lastName?: string
  readonly permissions?: readonly Permission[]
  /** Present: the user is invited, since then. */
  readonly invitedAt?: Date
  readonly rooms?: Readonly<Record<string, Role>>
}

/** Makes a company with one administrator; dropped with its database at the end of `await using`. */
export async function createCompany(name = 'Example'): Promise<TestCompany> {
  const database = await createDatabase()
  const db = connect(database.pool)
  return { ...(await addCompany(db, name)), ...sharing(database, db) }
}

/** Adds a company to a database that another one shares. */
export async function addCompany(
  db: Db,
  name: string,
): Promise<Omit<TestCompany, 'pool' | 'url' | 'db' | typeof Symbol.asyncDispose>> {
  const id = newId()
  await db
    .insertInto('companies')
    .values({ id, name, language: 'en', created_at: new Date() })
    .execute()
  const addUser = (email: string, user: NewUser = {}) => insertUser(db, id, { email, ...user })
  return {
    id,
    admin: await addUser('admin@example.org', { permissions: ['manage-company-settings'] }),
    addUser,
    async addRoom(name, defaultRole) {
      const roomId = newId()
      await db
        .insertInto('rooms')
        .values({
          company_id: id,
          id: roomId,
          name,
          default_role: defaultRole ?? null,
          created_at: new Date(),
        })
        .execute()
      return roomId
    },
  }
}

function sharing(database: Awaited<ReturnType<typeof createDatabase>>, db: Db) {
  return {
    db,
    pool: database.pool,
    url: database.url,
    [Symbol.asyncDispose]: () => database.drop(),
  }
}

async function insertUser(
  db: Db,
  companyId: string,
  {
    email,
    firstName = '',
    lastName = '',
    permissions = [],
    invitedAt,
    rooms = {},
  }: NewUser & { email: string },
): Promise<Actor> {
  const userId = newId()
  const at = { company_id: companyId, user_id: userId }
  await db
    .insertInto('users')
    .values({
      company_id: companyId,
      id: userId,
      email,
      email_key: emailKey(email),
      first_name: firstName,
      last_name: lastName,
      language: 'en',
      status: invitedAt === undefined ? 'active' : 'invited',
      created_at: new Date(),
    })
    .execute()
  for (const permission of permissions) {
    await db
      .insertInto('user_permissions')
      .values({ ...at, permission })
      .execute()
  }
  if (invitedAt !== undefined) {
    await db
      .insertInto('invitations')
      .values({ ...at, issued_at: invitedAt })
      .execute()
  }
  for (const [name, role] of Object.entries(rooms)) {
    const room = await db
      .selectFrom('rooms')
      .select('id')
      .where('company_id', '=', companyId)
      .where('name', '=', name)
      .executeTakeFirstOrThrow()
    await db
      .insertInto('assignments')
      .values({ ...at, room_id: room.id, role })
      .execute()
  }
  return { companyId, userId, email, language: 'en' }
}
