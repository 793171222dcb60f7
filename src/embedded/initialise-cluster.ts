import { randomBytes } from 'node:crypto'
import {
  chown,
  mkdir,
  open,
  readFile,
  readdir,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import path from 'node:path'
import { EmbeddedError } from './embedded-error.ts'
import { errorCode } from './error-code.ts'
import { explainFailure } from './explain-failure.ts'
import type { Program } from './find-program.ts'
import { runToEnd } from './run-program.ts'
import type { ServerHome } from './server-home.ts'

/** The one role of the embedded server; also the name of its one database. */
export const roleName = 'roster'

/**
 * Makes the database files if there are none, under another name until they are whole. An attempt
 * that was interrupted leaves nothing that matters. `durable` waits until they are on the disk.
 *
 * @throws EmbeddedError `damaged-folder`, `other-version`, `no-space`, `cannot-run`, `did-not-start`
 */
export async function initialiseCluster(
  home: ServerHome,
  program: Program,
  { password, durable }: { readonly password: string; readonly durable: boolean },
): Promise<void> {
  await removeDrafts(home)
  if ((await stat(home.cluster).catch(() => null)) !== null) {
    return await checkCluster(home.cluster, program.major)
  }
  // A name of its own: initdb may outlive a killed Roster, and must not write into the next attempt.
  const draft = `${home.cluster}.new-${randomBytes(4).toString('hex')}`
  try {
    await mkdir(draft, { mode: 0o700 })
    const passwordFile = path.join(draft, 'password')
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600, flag: 'wx' })
    const { user } = home
    if (user !== null) {
      await chown(passwordFile, user.uid, user.gid)
      await chown(draft, user.uid, user.gid)
    }
    const cluster = path.join(draft, 'cluster')
    await runInitdb(home, program, { cluster, passwordFile, durable })
    await rename(cluster, home.cluster)
    await sync(home.folder)
  } finally {
    await remove(draft)
  }
}

async function removeDrafts(home: ServerHome): Promise<void> {
  const prefix = `${path.basename(home.cluster)}.new-`
  for (const entry of await readdir(home.folder)) {
    if (entry.startsWith(prefix)) await remove(path.join(home.folder, entry))
  }
}

// What somebody still writes into is removed another time.
async function remove(draft: string): Promise<void> {
  await rm(draft, { recursive: true, force: true, maxRetries: 3 }).catch(() => {})
}

async function runInitdb(
  home: ServerHome,
  program: Program,
  files: { readonly cluster: string; readonly passwordFile: string; readonly durable: boolean },
): Promise<void> {
  const { code, said } = await runToEnd(
    program.initdb,
    [
      `--pgdata=${files.cluster}`,
      `--username=${roleName}`,
      `--pwfile=${files.passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // Built in: sorts alike on every machine, whatever its C library.
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--data-checksums',
      '--no-instructions',
      ...(files.durable ? [] : ['--no-sync']),
    ],
    { user: home.user },
  )
  if (code !== 0) throw await explainFailure(home, said)
}

async function checkCluster(cluster: string, major: number): Promise<void> {
  const version = await readVersion(cluster)
  const entries = await readdir(cluster)
  if (version === null || !entries.includes('global') || !entries.includes('pg_wal')) {
    throw new EmbeddedError(
      'damaged-folder',
      `The database in ${cluster} is incomplete. Put the data folder back from a backup; if it never held anything, delete it.`,
      { cluster },
    )
  }
  if (version === major) return
  const advice =
    version > major
      ? 'Start it with the newer version of Roster that made it.'
      : `Start it with the older version of Roster that made it, save it with pg_dump, and load that into a new folder.`
  throw new EmbeddedError(
    'other-version',
    `The database in ${cluster} was written by PostgreSQL ${version}; this version of Roster brings PostgreSQL ${major}. ${advice}`,
    { cluster, found: `${version}`, expected: `${major}` },
  )
}

async function readVersion(cluster: string): Promise<number | null> {
  try {
    const version = Number.parseInt(await readFile(path.join(cluster, 'PG_VERSION'), 'utf8'), 10)
    return Number.isNaN(version) ? null : version
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
}

async function sync(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
