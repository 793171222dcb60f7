import { chown, lstat, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { ServerHome } from './server-home.ts'
import { canReach } from './server-user.ts'

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
 * (too deep a path, or a disk that knows no sockets) in a new folder among the temporary ones, whose
 * name nobody can foresee or take first. Both are open to the server's user only.
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
  return { kind: 'loopback', host: '127.0.0.1', port: await freePort() }
}

/** Removes the socket's folder when the server has ended; one that is not ours is left alone. */
export async function forgetAddress(host: string): Promise<void> {
  if (!path.isAbsolute(host) || !/^(?:run|roster-.{6})$/u.test(path.basename(host))) return
  const found = await lstat(host).catch(() => null)
  if (found?.isDirectory() === true) await rm(host, { recursive: true, force: true })
}

async function makeInHome({ folder, user }: ServerHome): Promise<string | null> {
  const socketFolder = path.join(folder, 'run')
  if (Buffer.byteLength(socketFolder) > longestSocketFolder) return null
  await rm(socketFolder, { recursive: true, force: true })
  await mkdir(socketFolder, { mode: 0o700 })
  if (user !== null) await chown(socketFolder, user.uid, user.gid)
  return socketFolder
}

async function makeInTemporary({ user }: ServerHome): Promise<string | null> {
  for (const parent of new Set([tmpdir(), '/tmp'])) {
    if (Buffer.byteLength(parent) + '/roster-123456'.length > longestSocketFolder) continue
    if (user !== null && !(await canReach(user, parent).catch(() => false))) continue
    const socketFolder = await mkdtemp(path.join(parent, 'roster-')).catch(() => null)
    if (socketFolder === null) continue
    if (user !== null) await chown(socketFolder, user.uid, user.gid)
    return socketFolder
  }
  return null
}

async function takesSockets(folder: string): Promise<boolean> {
  return (await listens({ path: path.join(folder, 'probe') })) !== null
}

async function freePort(): Promise<number> {
  const port = await listens({ host: '127.0.0.1', port: 0 })
  if (port === null) throw new Error('There is no free port on 127.0.0.1.')
  return port
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
