import { Pool } from 'pg'
import { expect, test } from 'vitest'
import { connect } from '../../src/directory/connect.ts'
import { createDatabase } from '../support/database.ts'
import { roleWithConnections } from '../support/role-with-connections.ts'
import { refused } from './support/read.ts'
import { startServer } from './support/start-server.ts'

test('where the database takes no more connections, that is what is said', async () => {
  await using database = await createDatabase()
  await using nobody = await roleWithConnections(database, 0)
  const pool = new Pool({ connectionString: nobody.url })
  await using here = await startServer({ db: connect(pool) })
  expect(await refused(await here.ask('/me'))).toEqual([503, 'database-full'])
  expect((await fetch(`${here.url}/health`)).status).toBe(200)
  expect((await fetch(`${here.url}/ready`)).status).toBe(503)
  await pool.end()
})
