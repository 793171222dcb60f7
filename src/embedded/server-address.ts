import { createHash } from 'node:crypto'
import { chown, lstat, mkdir, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { errorCode } from './error-code.ts'
import { lastPort } from './postmaster.ts'
import type { ServerHome } from './server-home.ts'
import { canReach } from './server-user.ts'
import type { ServerUser } from './server-user.ts'

/** Where the server listens: a private folder for its socket, or, where sockets fail, loopback. */
export interface ServerAddress {
  readonly kind: 'socket' | 'loopback'
  /** The socket's folder, or 127.0.0.1. */
  readonly host: string
  readonly port: number
}

// The kernel takes 107 bytes on Linux and 103 on macOS, for the folder and the name of the socket.
const longestSocketFolder = 103 - '/.s.PGSQL.5432'.length

/**
 * Chooses where a new server listens, for a home in which no server runs: in the home itself, else
 * (too deep a path, or a disk that knows no sockets) in a folder among the temporary ones, each open
 * to the server's user only; else on loopback. After a crash it is the same place again, so that
 * connections can be renewed.
 */
export async function serverAddress(home: ServerHome): Promise<ServerAddress> {
  if (process.platform !== 'win32') {
    for (const makeFolder of [makeInHome, makeInTemporary]) {
      const host = await makeFolder(home)
      if (host === null) continue
      if (await takesSockets(host)) return { kind: 'socket', host, port: 5432 }
      await rm(host, { recursive: true, force: true })
    }
  }
  const host = '127.0.0.1'
  const before = await lastPort(home.cluster)
  const port = (await listens({ host, port: before })) ?? (await listens({ host, port: 0 }))
  if (port === null) throw new Error(`There is no free port on ${host}.`)
  return { kind: 'loopback', host, port }
}

/** Removes the socket's folder when the server has ended. */
export async function forgetAddress(host: string): Promise<void> {
  if (path.isAbsolute(host) && /^(?:run|roster-[0-9a-f]{12})$/u.test(path.basename(host))) {
    await rm(host, { recursive: true, force: true })
  }
}

async function makeInHome({ folder, user }: ServerHome): Promise<string | null> {
  const socketFolder = path.join(folder, 'run')
  if (Buffer.byteLength(socketFolder) > longestSocketFolder) return null
  await rm(socketFolder, { recursive: true, force: true })
  await mkdir(socketFolder, { mode: 0o700 })
  if (user !== null) await chown(socketFolder, user.uid, user.gid)
  return socketFolder
}

async function makeInTemporary({ folder, user }: ServerHome): Promise<string | null> {
  const name = `roster-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`
  for (const parent of new Set([tmpdir(), '/tmp'])) {
    const socketFolder = path.join(parent, name)
    if (Buffer.byteLength(socketFolder) > longestSocketFolder) continue
    if (user !== null && !(await canReach(user, parent).catch(() => false))) continue
    if (await makePrivate(socketFolder, user)) return socketFolder
  }
  return null
}

// Everybody may make folders there: one that is not the server's own may be a trap, and is left alone.
async function makePrivate(folder: string, user: ServerUser | null): Promise<boolean> {
  try {
    await mkdir(folder, { mode: 0o700 })
    if (user !== null) await chown(folder, user.uid, user.gid)
    return true
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') return false
  }
  const { uid, mode } = await lstat(folder)
  const owner = user === null ? process.getuid?.() : user.uid
  // A symbolic link's mode says 777.
  if (uid !== owner || (mode & 0o777) !== 0o700) return false
  for (const entry of await readdir(folder))
    await rm(path.join(folder, entry), { recursive: true, force: true })
  return true
}

async function takesSockets(folder: string): Promise<boolean> {
  return (await listens({ path: path.join(folder, 'probe') })) !== null
}

// Answers the port that it got (0 for a path), or null.
async function listens(
  where: { path: string } | { host: string; port: number },
): Promise<number | null> {
  const server = createServer()
  return await new Promise((resolve) => {
    server.once('error', () => resolve(null))
    server.listen(where, () => {
      const address = server.address()
      const port = address !== null && typeof address === 'object' ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}
