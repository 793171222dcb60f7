import { execFile } from 'node:child_process'
import { chown, mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { Pool } from 'pg'
import { migrate } from '../../../src/directory/migrate.ts'
import type { PostgresProgram } from './find-programs.ts'
import { openDatabase, password } from './database.ts'

const run = promisify(execFile)

/** Makes the folder of a database with all tables, of which every round takes a copy. */
export async function makeCluster(folder: string, program: PostgresProgram): Promise<string> {
  const home = path.join(folder, `postgres-${program.major}`)
  const cluster = path.join(home, 'cluster')
  await mkdir(home, { mode: 0o755 })
  const passwordFile = path.join(home, 'password')
  await writeFile(passwordFile, `${password}\n`)
  const { user } = program
  if (user !== null) {
    for (const name of [home, passwordFile]) await chown(name, user.uid, user.gid)
  }
  const as = user === null ? {} : { uid: user.uid, gid: user.gid }
  await run(
    program.initdb,
    [
      `--pgdata=${cluster}`,
      '--username=roster',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      // Small segments, so that a small disk is full of data, not of room for more.
      '--wal-segsize=1',
      '--no-sync',
    ],
    { ...as, cwd: '/', env: {} },
  )
  const database = await openDatabase({ cluster, program })
  await database.start()
  const pool = new Pool({ connectionString: database.url })
  pool.on('error', () => {})
  await migrate(pool)
  await pool.end()
  await database.close()
  return cluster
}

/** Copies a folder with its owners; the database in it must be ended, or frozen. */
export async function copyCluster(from: string, to: string): Promise<void> {
  await run('cp', ['-a', '--reflink=auto', from, to])
}
