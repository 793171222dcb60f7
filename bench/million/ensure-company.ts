import { createKey } from '../../src/access/create-key.ts'
import { openServer } from './open-server.ts'
import { seed, type Sizes } from './seed.ts'

/**
 * Makes the company of a million where the database has none.
 * @returns a key of its administrator
 */
export async function ensureCompany(databaseUrl: string, sizes: Sizes): Promise<string> {
  await using server = await openServer(databaseUrl)
  const found = await findAdministrator(server.pool)
  if (found === undefined) return (await seed(server, sizes)).key
  const { key } = await createKey(server.db, { ...found, name: 'bench', now: new Date() })
  return key
}

type Pool = Awaited<ReturnType<typeof openServer>>['pool']

async function findAdministrator(
  pool: Pool,
): Promise<{ readonly companyId: string; readonly userId: string } | undefined> {
  const { rows } = await pool.query<{ companyId: string; userId: string }>(
    `select company_id as "companyId", user_id as "userId"
     from user_permissions join companies on companies.id = company_id
     where companies.name = 'Million' limit 1`,
  )
  return rows[0]
}
