import { execFileSync } from 'node:child_process'
import { open, readFile, readlink, realpath, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { errorCode } from './error-code.ts'
import { startOf } from './process-identity.ts'
import type { ServerHome } from './server-home.ts'

/** A PostgreSQL server that runs on a cluster, as its pid file tells. */
export interface Postmaster {
  readonly pid: number
  /** The folder of its socket, or an address. */
  readonly host: string
  readonly port: number
}

/** The server that runs on this cluster, or null. A pid that another process has now, or that runs on another copy of the folder, is not believed. */
export async function runningPostmaster(cluster: string): Promise<Postmaster | null> {
  const lines = await readPidFile(cluster)
  const pid = Number(lines?.[0])
  if (lines === null || !Number.isSafeInteger(pid) || pid <= 0) return null
  if (startOf(pid) === null || !(await servesCluster(pid, cluster))) return null
  const [, , , port = '', socketFolder = '', address = ''] = lines
  return { pid, port: Number(port), host: socketFolder === '' ? address : socketFolder }
}

/** The port of the server that ran on this cluster until it was killed; 0 when none was. */
export async function lastPort(cluster: string): Promise<number> {
  const lines = await readPidFile(cluster)
  const port = Number(lines?.[3])
  return Number.isSafeInteger(port) && port > 0 && port < 65_536 ? port : 0
}

/**
 * Makes a pid file harmless that names a process which isn't the server of this cluster: PostgreSQL
 * would take it for a running one. The file is kept, since with its third number PostgreSQL finds
 * out whether processes of a killed server still write; only the pid becomes that of the new
 * server's parent, which PostgreSQL ignores.
 */
export async function disownPidFile({ cluster, user }: ServerHome): Promise<void> {
  const lines = await readPidFile(cluster)
  if (lines === null) return
  const file = path.join(cluster, 'postmaster.pid')
  const draft = path.join(cluster, 'postmaster.pid.new')
  await rm(draft, { force: true })
  const handle = await open(draft, 'wx', 0o600)
  try {
    await handle.writeFile([process.pid, ...lines.slice(1)].join('\n'))
    if (user !== null) await handle.chown(user.uid, user.gid)
  } finally {
    await handle.close()
  }
  await rename(draft, file)
}

async function readPidFile(cluster: string): Promise<readonly string[] | null> {
  try {
    return (await readFile(path.join(cluster, 'postmaster.pid'), 'utf8')).split('\n')
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
}

// PostgreSQL stands in its cluster: that tells it from a copy's server, and from whoever has its pid now.
async function servesCluster(pid: number, cluster: string): Promise<boolean> {
  if (process.platform === 'linux') {
    const standsIn = await readlink(`/proc/${pid}/cwd`).catch(() => null)
    return standsIn !== null && standsIn === (await realpath(cluster))
  }
  if (process.platform === 'win32') return true
  const command = execFileSync('ps', ['-o', 'command=', '-p', `${pid}`], { encoding: 'utf8' })
  return command.includes('postgres') && command.includes(cluster)
}
