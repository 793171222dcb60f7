import { randomBytes } from 'node:crypto'
import { rm, utimes } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { claimFile, heartbeat, liveClaims } from './claim-record.ts'
import type { Address, ClaimRecord, LiveClaim } from './claim-record.ts'
import { identityOf } from './folder-identity.ts'
import { explainFolderError, prepareFolder } from './prepare-folder.ts'
import { thisProcess } from './process-identity.ts'
import { writePrivateFile } from './write-private-file.ts'

/** A data folder that this process, and no other, serves until it releases it or ends. */
export interface FolderClaim {
  readonly heldBy: null
  /** The folder's real path. */
  readonly folder: string
  /** Tells others who ask for the folder where its server is; only the folder's owner can read it. */
  publish(address: Address): Promise<void>
  release(): Promise<void>
}

/** Another Roster serves the folder. */
export interface FolderHeld {
  readonly heldBy: {
    readonly pid: number
    /** Null while it has not published one. */
    readonly address: Address | null
  }
}

// As long as two who ask at the same instant can take to agree.
const patience = 10_000

/**
 * Claims a data folder, or answers who serves it. A claim ends with its process, however that ends,
 * and is not copied with the folder.
 *
 * Each who asks puts down a file of its own and then looks at the others', so that of two at least
 * one sees the other; while nobody holds the folder, the lowest token goes first. Nobody ever removes
 * the file of a process that lives.
 *
 * @throws EmbeddedError as `prepareFolder` does
 */
export async function claimFolder(folder: string): Promise<FolderClaim | FolderHeld> {
  const real = await prepareFolder(folder)
  const token = randomBytes(12).toString('hex')
  const asking: ClaimRecord = {
    ...thisProcess(),
    folder: await identityOf(real),
    state: 'asking',
    address: null,
  }
  const deadline = performance.now() + patience
  for (;;) {
    await write(real, token, asking)
    const rival = await rivalOf(real, token, deadline)
    if (rival === null) return await hold(real, token, asking)
    await rm(claimFile(real, token), { force: true })
    if (rival.record.state === 'held' || performance.now() > deadline) {
      return { heldBy: { pid: rival.record.pid, address: rival.record.address } }
    }
    await wait(20 + Math.random() * 30)
  }
}

// Who goes before us, or null: then the folder is ours.
async function rivalOf(folder: string, token: string, deadline: number): Promise<LiveClaim | null> {
  for (;;) {
    const rivals = await liveClaims(folder, token)
    const [rival] = rivals
    if (rival === undefined) return null
    const before =
      rivals.find(({ record }) => record.state === 'held') ??
      rivals.find((other) => other.token < token)
    if (before !== undefined) return before
    if (performance.now() > deadline) return rival
    await wait(5)
  }
}

async function hold(folder: string, token: string, asking: ClaimRecord): Promise<FolderClaim> {
  const file = claimFile(folder, token)
  const held: ClaimRecord = { ...asking, state: 'held' }
  await write(folder, token, held)
  // For those who cannot see this process, such as another container with the same volume.
  const beating = setInterval(() => {
    const now = new Date()
    utimes(file, now, now).catch(() => {})
  }, heartbeat)
  beating.unref()
  return {
    heldBy: null,
    folder,
    publish: (address) => write(folder, token, { ...held, address }),
    async release() {
      clearInterval(beating)
      await rm(file, { force: true })
    },
  }
}

async function write(folder: string, token: string, record: ClaimRecord): Promise<void> {
  try {
    await writePrivateFile(claimFile(folder, token), `${JSON.stringify(record)}\n`)
  } catch (error) {
    throw await explainFolderError(path.resolve(folder), error)
  }
}
