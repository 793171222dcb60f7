import { randomBytes } from 'node:crypto'
import {
  chmod,
  chown,
  lchown,
  lstat,
  mkdir,
  readFile,
  readdir,
  realpath,
  stat,
} from 'node:fs/promises'
import path from 'node:path'
import { EmbeddedError } from './embedded-error.ts'
import { errorCode } from './error-code.ts'
import { identityOf } from './folder-identity.ts'
import { canReach, serverUser } from './server-user.ts'
import type { ServerUser } from './server-user.ts'
import { writePrivateFile } from './write-private-file.ts'

/** Where the files of PostgreSQL itself lie, and who runs it. */
export interface ServerHome {
  /** The data folder, or, where `user` cannot reach that, another. */
  readonly folder: string
  /** The database files, inside `folder`. */
  readonly cluster: string
  /** Null: the user who runs Roster. */
  readonly user: ServerUser | null
}

interface Elsewhere {
  readonly home: string
  readonly dataFolder: string
  readonly identity: string
}

const clusterName = 'postgres'
const elsewhereRoot = '/var/lib/roster'

/**
 * Finds or makes the place for PostgreSQL: the data folder itself, except for root's in a place
 * that no other user can reach (under a 0700 home), since PostgreSQL does not run as root.
 *
 * @param dataFolder as `prepareFolder` answers it
 * @throws EmbeddedError `no-account`, `database-elsewhere`
 */
export async function serverHome(
  dataFolder: string,
  say: (sentence: string) => void,
): Promise<ServerHome> {
  const elsewhere = await readElsewhere(dataFolder)
  const inside = path.join(dataFolder, clusterName)
  if (elsewhere !== null) {
    const cluster = path.join(elsewhere.home, clusterName)
    const user = await serverUser([cluster])
    await recordElsewhere(dataFolder, elsewhere.home)
    say(`The database of ${dataFolder} is kept in ${elsewhere.home}.`)
    return await own({ folder: elsewhere.home, cluster, user })
  }
  const user = await serverUser([inside, dataFolder])
  if (user === null || (await letThrough(user, dataFolder))) {
    return await own({ folder: dataFolder, cluster: inside, user })
  }
  return await moveElsewhere(dataFolder, user, say)
}

// Members of the server's group may pass through root's data folder; nobody may list it.
async function letThrough(user: ServerUser, dataFolder: string): Promise<boolean> {
  if (!(await canReach(user, path.dirname(dataFolder)))) return false
  if (await canReach(user, dataFolder)) return true
  await chown(dataFolder, (await stat(dataFolder)).uid, user.gid)
  await chmod(dataFolder, 0o710)
  return true
}

async function moveElsewhere(
  dataFolder: string,
  user: ServerUser,
  say: (sentence: string) => void,
): Promise<ServerHome> {
  const inside = path.join(dataFolder, clusterName)
  if (await exists(inside)) {
    throw new EmbeddedError(
      'database-elsewhere',
      `PostgreSQL must not run as root, and the user ${user.name}, as whom it runs instead, cannot reach the database in ${inside}. Move the data folder to a place that every user can pass through, or start Roster as its owner.`,
      { folder: dataFolder, user: user.name },
    )
  }
  // A name of its own: a data folder that was deleted and made anew must not get the old database.
  const unique = randomBytes(6).toString('hex')
  const home = path.join(elsewhereRoot, `${path.basename(dataFolder)}-${unique}`)
  await mkdir(home, { recursive: true, mode: 0o755 })
  const folder = await realpath(home)
  await recordElsewhere(dataFolder, folder)
  say(
    `PostgreSQL must not run as root, and the user ${user.name}, as whom it runs instead, cannot reach ${dataFolder}: the database is kept in ${folder}.`,
  )
  return await own({ folder, cluster: path.join(folder, clusterName), user })
}

const recordName = 'postgres-elsewhere.json'

async function recordElsewhere(dataFolder: string, home: string): Promise<void> {
  const record: Elsewhere = { home, dataFolder, identity: await identityOf(dataFolder) }
  await writePrivateFile(path.join(dataFolder, recordName), `${JSON.stringify(record)}\n`)
}

async function readElsewhere(dataFolder: string): Promise<Elsewhere | null> {
  const file = path.join(dataFolder, recordName)
  let record: Elsewhere
  try {
    record = JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw new EmbeddedError(
      'damaged-folder',
      `${file}, which says where the database is kept, cannot be read. Put it back from a backup.`,
      { file },
      { cause: error },
    )
  }
  await refuseCopy(dataFolder, record)
  return record
}

// The database was not copied with the folder, and two data folders must not share one.
async function refuseCopy(dataFolder: string, record: Elsewhere): Promise<void> {
  if (!(await exists(record.home))) {
    throw new EmbeddedError(
      'database-elsewhere',
      `The database of ${dataFolder} was kept in ${record.home}, which is gone. Put that folder back from a backup.`,
      { folder: dataFolder, database: record.home },
    )
  }
  if (record.dataFolder === dataFolder || record.identity === (await identityOf(dataFolder))) return
  if (!(await exists(path.join(record.dataFolder, recordName)))) return
  const own = path.join(dataFolder, clusterName)
  throw new EmbeddedError(
    'database-elsewhere',
    `${dataFolder} is a copy of ${record.dataFolder}, whose database is kept in ${record.home} and was not copied with it. Put the copy where every user can pass through, stop the original, copy ${path.join(record.home, clusterName)} to ${own}, and delete ${path.join(dataFolder, recordName)}.`,
    { folder: dataFolder, original: record.dataFolder, database: record.home },
  )
}

async function exists(file: string): Promise<boolean> {
  return (await stat(file).catch(() => null)) !== null
}

// Copying a folder as root, or with a wide umask, changes owner and mode; PostgreSQL insists on both.
async function own(home: ServerHome): Promise<ServerHome> {
  const found = await lstat(home.cluster).catch(() => null)
  // Whose folder it is could otherwise point root at any other.
  if (found === null || !found.isDirectory()) return home
  if (process.platform !== 'win32') await chmod(home.cluster, 0o700)
  const { user, cluster } = home
  if (user === null) return home
  const { uid } = await stat(path.join(cluster, 'PG_VERSION')).catch(() => stat(cluster))
  if (uid === user.uid) return home
  await lchown(cluster, user.uid, user.gid)
  for (const entry of await readdir(cluster, { recursive: true })) {
    await lchown(path.join(cluster, entry), user.uid, user.gid)
  }
  return home
}
