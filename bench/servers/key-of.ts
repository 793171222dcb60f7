import type { Pool } from 'pg'
import { createKey } from '../../src/access/create-key.ts'
import type { Actor } from '../../src/directory/actor.ts'
import { connect } from '../../src/directory/connect.ts'

/** An API key of the administrator. */
export async function keyOf(pool: Pool, { companyId, userId }: Actor): Promise<string> {
  const owner = { companyId, userId, name: 'bench', now: new Date() }
  return (await createKey(connect(pool), owner)).key
}
