import { fork } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { createKey } from '../../../src/access/create-key.ts'
import { connect } from '../../../src/directory/connect.ts'
import { createCompany } from '../../../src/directory/create-company.ts'
import type { Db } from '../../../src/directory/schema.ts'
import { createDatabase } from '../../support/database.ts'

/** The whole program in a process of its own, with a company in it. */
export interface OwnProcess extends AsyncDisposable {
  readonly url: string
  readonly db: Db
  /** Of the company's administrator. */
  readonly key: string
  /** What the process took since this was asked the last time. */
  figures(): Promise<Figures>
  /** The temporary files that have a name. */
  leftBehind(): Promise<readonly string[]>
  /** Ends the process as an operator would. */
  stop(): Promise<void>
}

export interface Figures {
  /** The longest time that nobody was served, in milliseconds. */
  readonly longestPause: number
  /** The most memory that the process ever had, in MB. */
  readonly peakMegabytes: number
}

const program = fileURLToPath(new URL('server-program.ts', import.meta.url))

/** @param env the settings that shall differ from the ordinary */
export async function startOwnProcess(
  env: Readonly<Record<string, string>> = {},
): Promise<OwnProcess> {
  const database = await createDatabase()
  const folder = await mkdtemp(path.join(tmpdir(), 'roster-hostile-'))
  await chmod(folder, 0o755)
  const child = fork(program, [database.url, folder], {
    env: { PATH: process.env['PATH'], TMPDIR: folder, ...env },
  })
  const ended = once(child, 'exit')
  const [{ address }] = (await once(child, 'message')) as [{ readonly address: string }]
  const db = connect(database.pool)
  const before = await readdir(folder)
  const stop = async () => {
    if (child.connected) child.disconnect()
    await ended
  }
  return {
    url: address,
    db,
    key: await addAdministrator(db),
    async figures() {
      const answered = once(child, 'message')
      child.send('figures')
      const [figures] = (await answered) as [Figures]
      return figures
    },
    leftBehind: async () => (await readdir(folder)).filter((name) => !before.includes(name)),
    stop,
    async [Symbol.asyncDispose]() {
      await stop()
      await database.drop()
      await rm(folder, { recursive: true })
    },
  }
}

async function addAdministrator(db: Db): Promise<string> {
  const now = new Date()
  const created = await createCompany(db, {
    name: 'Example',
    admin: 'admin@example.org',
    language: 'en',
    now,
  })
  const owner = { companyId: created.id, userId: created.admin.id, name: 'test', now }
  return (await createKey(db, owner)).key
}
