import { execFile } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { afterAll, expect, test } from 'vitest'
import { openDatabase } from '../chaos/stage/database.ts'
import { findPrograms } from '../chaos/stage/find-programs.ts'
import { makeCluster } from '../chaos/stage/make-cluster.ts'
import { workplaceWithCompany } from '../cli/support/roster.ts'
import { serve } from './support/serve-folder.ts'

const run = promisify(execFile)
const folder = await mkdtemp(path.join(tmpdir(), 'roster dumped-'))
await chmod(folder, 0o755)
afterAll(() => rm(folder, { recursive: true, force: true }))
// The package has no pg_dump: it is found where Debian's PostgreSQL is.
const program = (await findPrograms(folder)).find(({ postgres }) => postgres.includes('postgresql'))

test.skipIf(program === undefined)(
  'a data folder moves to a PostgreSQL of an older version, and that is dumped and restored for another role',
  async () => {
    if (program === undefined) throw new Error('There is no such PostgreSQL.')
    await using stack = new AsyncDisposableStack()
    const cluster = await makeCluster(folder, program)
    const database = await openDatabase({ cluster, program })
    await database.start()
    stack.defer(() => database.close())
    const administrator = new Client({ connectionString: database.url })
    await administrator.connect()
    stack.defer(() => administrator.end())
    await administrator.query(`create role other login password 'of tests'`)
    await administrator.query('create database original')
    await administrator.query('create database restored owner other')
    const original = urlOf(database.url, { database: 'original' })
    const restored = urlOf(database.url, { database: 'restored', role: 'other' })

    await using place = await workplaceWithCompany()
    expect(await place.roster(['export', 'all.zip'])).toMatchObject({ exit: 0 })
    const imported = await place.roster(['import', 'all.zip', '--show-key', '--data', 'new'], {
      env: { ROSTER_DATABASE_URL: original },
    })
    expect(imported).toMatchObject({ exit: 0 })
    const secret = { ROSTER_SECRET: imported.out.trim() }
    // It makes the tables of the job engine, too.
    const before = await serve(place, 'any', { ...secret, ROSTER_DATABASE_URL: original })

    const bin = path.dirname(program.postgres)
    const dump = path.join(place.folder, 'roster.dump')
    await run(path.join(bin, 'pg_dump'), ['--format=custom', `--file=${dump}`, original])
    await before.end('SIGTERM')
    await run(path.join(bin, 'pg_restore'), ['--no-owner', `--dbname=${restored}`, dump])

    const again = { ...secret, ROSTER_DATABASE_URL: restored }
    const after = await serve(place, 'any', again)
    const listed = await place.roster(['users', 'list'], { env: again })
    expect(listed).toMatchObject({ exit: 0, out: expect.stringContaining('admin@example.org') })
    await after.end('SIGTERM')

    const otherKey = { ...again, ROSTER_SECRET: 'another secret, which was taken by mistake' }
    const refused = await place.roster(['serve'], { env: otherKey })
    expect(refused.exit).not.toBe(0)
    expect(refused.err).toContain('another key')
  },
  120_000,
)

function urlOf(
  url: string,
  { database, role }: { readonly database: string; readonly role?: string },
): string {
  const made = new URL(url)
  made.pathname = `/${database}`
  if (role !== undefined) [made.username, made.password] = [role, 'of tests']
  return made.href
}
