import { readFile, readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { errorCode } from './error-code.ts'
import { identityOf } from './folder-identity.ts'
import { startOf, thisProcess } from './process-identity.ts'
import type { ProcessIdentity } from './process-identity.ts'

/** Where a server is, and a key with which the folder's owner may use it. */
export interface Address {
  readonly url: string
  readonly key: string
}

/** What a claim's file says. */
export interface ClaimRecord extends ProcessIdentity {
  /** The identity of the folder: the claim on a copied folder is none. */
  readonly folder: string
  readonly state: 'asking' | 'held'
  readonly address: Address | null
}

export interface LiveClaim {
  readonly token: string
  readonly record: ClaimRecord
}

/** How often, in milliseconds, who holds a folder renews its file's time. */
export const heartbeat = 1_000

export function claimFile(folder: string, token: string): string {
  return path.join(folder, `claim-${token}.json`)
}

/** The claims on a folder of processes that live, except our own; the files of dead ones are removed. */
export async function liveClaims(folder: string, ownToken: string): Promise<readonly LiveClaim[]> {
  const identity = await identityOf(folder)
  const live: LiveClaim[] = []
  for (const entry of await readdir(folder)) {
    const token = /^claim-(?<token>[0-9a-f]+)\.json$/u.exec(entry)?.groups?.['token']
    if (token === undefined || token === ownToken) continue
    const file = claimFile(folder, token)
    const record = await read(file)
    if (record !== null && record.folder === identity && (await lives(record, file)))
      live.push({ token, record })
    // A token is never used twice: this cannot remove a file that was made meanwhile.
    else await rm(file, { force: true })
  }
  return live
}

async function read(file: string): Promise<ClaimRecord | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    // Released meanwhile, or cut short by a power failure.
    if (errorCode(error) === 'ENOENT' || error instanceof SyntaxError) return null
    throw error
  }
}

async function lives(record: ClaimRecord, file: string): Promise<boolean> {
  const here = thisProcess()
  if (record.boot === here.boot && record.space === here.space)
    return record.start !== null && startOf(record.pid) === record.start
  return await beats(file)
}

// A process of another container, or from before the machine was restarted: only its file shows whether it lives.
async function beats(file: string): Promise<boolean> {
  const before = await timeOf(file)
  if (before === null || Date.now() - before > 10 * heartbeat) return false
  for (let waited = 0; waited < 4 * heartbeat; waited += 100) {
    await wait(100)
    const now = await timeOf(file)
    if (now !== before) return now !== null
  }
  return false
}

async function timeOf(file: string): Promise<number | null> {
  return await stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => null,
  )
}
