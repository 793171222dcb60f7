import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chmod, chown, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import net from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { runProgram, runToEnd } from '../../src/embedded/run-program.ts'
import { serverSettings } from '../../src/embedded/server-settings.ts'
import { serverUser } from '../../src/embedded/server-user.ts'
import { toBeEnded } from '../ending.ts'
import { benchServer, type BenchServer } from './bench-server.ts'

/**
 * A PostgreSQL beside Roster's own: the one that ROSTER_DATABASE_URL names, else the machine's (15 or later, as Debian
 * installs it), on the loopback, in a folder of its own, with the settings of the embedded one.
 * @returns null where there is neither
 */
export async function openExternalServer(): Promise<BenchServer | null> {
  const url = process.env['ROSTER_DATABASE_URL']
  if (url) return await benchServer({ url, startedBy: 'external' })
  const programs = await findPrograms()
  return programs === null ? null : await start(programs)
}

const installed = '/usr/lib/postgresql'

async function findPrograms(): Promise<string | null> {
  const versions = await readdir(installed).catch(() => [])
  const newest = Math.max(...versions.map(Number).filter((version) => version >= 15))
  return Number.isFinite(newest) ? path.join(installed, String(newest), 'bin') : null
}

async function start(programs: string): Promise<BenchServer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'roster-bench-'))
  await chmod(folder, 0o755)
  const user = await serverUser([folder])
  const password = randomBytes(16).toString('hex')
  const passwordFile = path.join(folder, 'password')
  await writeFile(passwordFile, password, { mode: 0o600 })
  if (user !== null) {
    for (const place of [folder, passwordFile]) await chown(place, user.uid, user.gid)
  }
  const cluster = path.join(folder, 'cluster')
  const rules = ['--username=roster', `--pwfile=${passwordFile}`, '--auth=scram-sha-256']
  const words = ['--encoding=UTF8', '--locale=C', '--data-checksums', '--no-instructions']
  const made = await runToEnd(
    path.join(programs, 'initdb'),
    [`--pgdata=${cluster}`, ...rules, ...words],
    { user },
  )
  if (made.code !== 0) throw new Error(`The external database was not made: ${made.said}`)
  const port = await freePort()
  const settings = serverSettings({ kind: 'loopback', host: '127.0.0.1', port }, true)
  const server = runProgram(
    path.join(programs, 'postgres'),
    [`-D${cluster}`, ...Object.entries(settings).map(([name, value]) => `--${name}=${value}`)],
    { user, stdio: 'ignore', detached: true },
  )
  const gone = once(server, 'exit')
  const started = toBeEnded(async () => {
    // Connections are ended, and all is on the disk.
    server.kill('SIGINT')
    await gone
    await rm(folder, { recursive: true, force: true })
  })
  const url = `postgres://roster:${password}@127.0.0.1:${port}/postgres`
  for (let look = 0; ; look++) {
    try {
      return await benchServer({ url, startedBy: 'external' }, started)
    } catch (error) {
      if (look === 100 || server.exitCode !== null) {
        await started[Symbol.asyncDispose]()
        throw error
      }
      await delay(100)
    }
  }
}

async function freePort(): Promise<number> {
  const probe = net.createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('No port is free.')
  return address.port
}
