import { readFile, stat } from 'node:fs/promises'
import { userInfo } from 'node:os'
import path from 'node:path'
import { EmbeddedError, useYourOwn } from './embedded-error.ts'

/** The account of the operating system that PostgreSQL runs as. */
export interface ServerUser {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

// A user of its own is best; `nobody` may be shared with other services.
const preferred = ['roster', 'postgres', 'nobody']

/**
 * Who runs PostgreSQL, which refuses to run as root: null for the user who runs Roster, else the
 * owner of the database or of the data folder, else the first of `preferred` that exists.
 *
 * @throws EmbeddedError `no-account`: initdb needs an account with a name
 */
export async function serverUser(clusters: readonly string[]): Promise<ServerUser | null> {
  if (process.getuid === undefined) return null
  if (process.getuid() !== 0) {
    if (hasName()) return null
    throw noAccount(`The user ${process.getuid()} has no name on this machine`)
  }
  const accounts = await systemAccounts()
  for (const folder of clusters) {
    const owner = await stat(folder).catch(() => null)
    const account = accounts.find(({ uid }) => uid !== 0 && uid === owner?.uid)
    if (account !== undefined) return account
  }
  for (const name of preferred) {
    const account = accounts.find((account) => account.name === name && account.uid !== 0)
    if (account !== undefined) return account
  }
  throw noAccount(`There is no user ${preferred.join(', ')} on this machine`)
}

function noAccount(what: string): EmbeddedError {
  return new EmbeddedError(
    'no-account',
    `${what}, and PostgreSQL runs neither as root nor without a name. Add such a user to /etc/passwd, start Roster as an ordinary user, or ${useYourOwn}.`,
  )
}

function hasName(): boolean {
  try {
    return userInfo().username !== ''
  } catch {
    return false
  }
}

async function systemAccounts(): Promise<readonly ServerUser[]> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n')
  return lines.flatMap((line) => {
    const [name, , uid, gid] = line.split(':')
    if (name === undefined || uid === undefined || gid === undefined || uid === '') return []
    // macOS writes nobody's ids as negative numbers.
    return [{ name, uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 }]
  })
}

/** Can this user get to the folder: does every folder on the way, and the folder itself, let them through? */
export async function canReach(user: ServerUser, folder: string): Promise<boolean> {
  const { uid, gid, mode } = await stat(folder)
  const bits = uid === user.uid ? mode >> 6 : gid === user.gid ? mode >> 3 : mode
  if ((bits & 1) === 0) return false
  const parent = path.dirname(folder)
  return parent === folder || (await canReach(user, parent))
}
