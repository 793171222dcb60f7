import { createKey } from '../../../src/access/create-key.ts'
import { connect } from '../../../src/directory/connect.ts'
import { createCompany } from '../../../src/directory/create-company.ts'
import { newId } from '../../../src/domain/id.ts'
import type { Stage } from '../stage/open-stage.ts'
import { emptyWorld, type World } from './world.ts'

/** A company of a round, and what must be true of it. */
export interface Company {
  readonly id: string
  readonly name: string
  readonly adminEmail: string
  readonly key: string
  readonly world: World
  /** The ids of rooms, by their first names. */
  readonly roomIds: ReadonlyMap<string, string>
}

const day = 24 * 3_600_000

/** Founds a company with rooms and some people: active, invited yesterday, and invited too long ago. */
export async function foundCompany(stage: Stage, name: string): Promise<Company> {
  const db = connect(stage.pool)
  const now = new Date()
  const adminEmail = `admin@${name}.example`
  const { id, admin } = await createCompany(db, { name, admin: adminEmail, language: 'en', now })
  const owner = { companyId: id, userId: admin.id, name: 'chaos', now }
  const { key } = await createKey(db, owner)
  const world = emptyWorld()
  world.users.set(adminEmail, { name: '', status: 'active', rooms: new Map() })
  const roomIds = new Map<string, string>()
  for (let n = 1; n <= 8; n++) {
    const room = `hall ${n}`
    roomIds.set(room, newId())
    world.rooms.set(room, { name: room })
    await stage.query(
      'insert into rooms (company_id, id, name, created_at) values ($1, $2, $3, now())',
      [id, roomIds.get(room), room],
    )
  }
  for (const status of ['active', 'invited', 'expired'] as const) {
    for (let n = 0; n < 25; n++) {
      const email = `${status}-${n}@example.net`
      world.users.set(email, { name: 'P N', status, rooms: new Map() })
      const userId = newId()
      await stage.query(
        `insert into users (company_id, id, email, email_key, first_name, last_name, language,
           status, created_at) values ($1, $2, $3, $3, 'P', 'N', 'en', $4, now())`,
        [id, userId, email, status === 'active' ? 'active' : 'invited'],
      )
      if (status === 'active') continue
      const issuedAt = new Date(now.getTime() - (status === 'invited' ? 1 : 30) * day)
      await stage.query(
        'insert into invitations (company_id, user_id, issued_at) values ($1, $2, $3)',
        [id, userId, issuedAt],
      )
    }
  }
  return { id, name, adminEmail, key, world, roomIds }
}
