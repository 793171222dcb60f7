import { setTimeout as delay } from 'node:timers/promises'
import { rename, rm } from 'node:fs/promises'
import { ask } from '../stage/ask.ts'
import { copyCluster } from '../stage/make-cluster.ts'
import type { Disturbing } from './scenario.ts'

/** SIGKILL for a server, which is started again after a while. */
export async function killServer({ stage, random }: Disturbing): Promise<void> {
  const server = random.pick(stage.servers)
  await server.kill()
  stage.journal.count('servers killed')
  stage.journal.note(`${server.name} is killed`)
  await delay(random.whole(0, 2_000))
  await server.start()
  stage.journal.note(`${server.name} is ready again`)
}

/** SIGTERM for a server, as when it is brought up to date: it puts its work down, and is started again. */
export async function endServer({ stage, random }: Disturbing): Promise<void> {
  const server = random.pick(stage.servers)
  const code = await server.end()
  if (code !== 0) throw new Error(`${server.name} has ended with ${code}.`)
  stage.journal.count('servers ended')
  stage.journal.note(`${server.name} has ended`)
  await delay(random.whole(0, 1_000))
  await server.start()
  stage.journal.note(`${server.name} is ready again`)
}

/** SIGKILL for the postmaster, or for all of its processes at once. */
export async function killDatabase({ stage, random }: Disturbing): Promise<void> {
  const whom = random.pick(['postmaster', 'all'] as const)
  await stage.database.kill(whom)
  stage.journal.count('database kills')
  stage.journal.note(`the database is killed: ${whom}`)
  await delay(random.whole(0, 1_500))
  await stage.database.start()
  stage.journal.note('the database is up again')
}

/** SIGKILL for one connection's process, upon which PostgreSQL ends all others and recovers. */
export async function killConnection({ stage, random }: Disturbing): Promise<void> {
  const isKilled = await stage.database
    .killOneConnection((pids) => random.pick(pids))
    .catch(() => false)
  if (!isKilled) return
  stage.journal.count('database kills')
  stage.journal.note('a process of the database is killed')
}

/** The power goes: all servers and the whole database at once. */
export async function cutPower({ stage, random }: Disturbing): Promise<void> {
  await Promise.all([stage.database.kill('all'), ...stage.servers.map((server) => server.kill())])
  stage.journal.count('database kills')
  stage.journal.note('everything is killed')
  stage.journal.count('servers killed', stage.servers.length)
  await delay(random.whole(0, 1_000))
  await Promise.all([stage.database.start(), ...stage.servers.map((server) => server.start())])
  stage.journal.note('everything is up again')
}

/** A copy of the database's folder, made at one moment, is opened in its place after a power cut. */
export async function openCopy(disturbing: Disturbing): Promise<void> {
  const { stage } = disturbing
  stage.database.freeze()
  const copy = `${stage.cluster}-copy`
  await copyCluster(stage.cluster, copy)
  await Promise.all([stage.database.kill('all'), ...stage.servers.map((server) => server.kill())])
  stage.journal.count('database kills')
  stage.journal.note('everything is killed, and goes on from a copy')
  stage.journal.count('servers killed', stage.servers.length)
  await rm(stage.cluster, { recursive: true })
  await rename(copy, stage.cluster)
  await rm(`${stage.cluster}/postmaster.pid`, { force: true })
  await Promise.all([stage.database.start(), ...stage.servers.map((server) => server.start())])
  stage.journal.note('everything is up again')
}

/** Connections end: by the database, in the middle of a message, all at once; or the wire is dead for a while. */
export async function cutConnections({ stage, random }: Disturbing): Promise<void> {
  const way = random.pick(['terminate', 'cut', 'cut after', 'halt'] as const)
  stage.journal.count('connections cut')
  stage.journal.note(`connections: ${way}`)
  if (way === 'cut') stage.proxy.cut()
  if (way === 'cut after') stage.proxy.cutAfter(random.whole(1, 200_000))
  if (way === 'terminate') {
    await stage.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name like 'roster%' and random() < 0.5`,
    )
  }
  if (way === 'halt') {
    stage.proxy.halt()
    await delay(random.whole(500, 4_000))
    stage.proxy.goOn()
  }
}

/** A server hangs, for longer than its heartbeat, and goes on as if nothing had been. */
export async function hangServer({ stage, random }: Disturbing): Promise<void> {
  const server = random.pick(stage.servers)
  server.hang()
  const milliseconds = random.whole(12_000, 24_000)
  stage.journal.count('servers hung')
  stage.journal.note(`${server.name} hangs for ${milliseconds} ms`)
  await delay(milliseconds)
  server.goOn()
  stage.journal.note(`${server.name} goes on`)
}

/** The disk is full to the last byte for a while. */
export async function fillDisk({ stage, random }: Disturbing): Promise<void> {
  await stage.disk?.fill()
  stage.journal.count('disks filled')
  stage.journal.note('the disk is full')
  await delay(random.whole(500, 3_000))
  await stage.disk?.empty()
  if (!stage.database.isUp) stage.journal.note('the database has ended')
  await stage.database.start()
  stage.journal.note('there is room again')
}

/** The clocks jump by hours, forth or back. */
export async function jumpClocks({ stage, random }: Disturbing): Promise<void> {
  const hours = random.whole(-10, 10)
  stage.journal.count('clock jumps')
  stage.journal.note(`the clocks are wrong by ${hours} hours`)
  await stage.setClocks(hours * 3_600_000, true)
}

/** Somebody stops whatever is executed; that it goes on is the matter of who started it. */
export async function stopBatches({ stage, random, companies }: Disturbing): Promise<void> {
  const { id, key } = random.pick(companies)
  const [batch] = await stage.query<{ id: string }>(
    `select id from batches where company_id = $1 and state in ('waiting', 'executing')`,
    [id],
  )
  if (batch === undefined) return
  await ask(stage, { method: 'POST', path: `/batches/${batch.id}/stop`, key })
  stage.journal.count('stops by people')
  stage.journal.note(`${batch.id} is to stop`)
}

/** SIGKILL for the mail server, which is started again after a while. */
export async function killMailServer({ stage, random }: Disturbing): Promise<void> {
  await stage.mailServer.kill()
  stage.journal.count('mail server kills')
  stage.journal.note('the mail server is killed')
  await delay(random.whole(0, 1_000))
  await stage.mailServer.start()
}
