import { hash, verify } from '@node-rs/argon2'
import pLimit from 'p-limit'
import { RequestError } from '../../domain/request-error.ts'
import { normalPassword } from './normal-password.ts'

/**
 * The hash of a password, to be stored (argon2id, with a salt of its own). It is computed beside the main thread.
 * @throws RequestError `too-many-requests` when very many are being computed
 */
export async function hashPassword(password: string): Promise<string> {
  return await inTurn(() => hash(bytesOf(password), parameters))
}

/**
 * Is this the password of which the hash was stored? Without a hash it is not; finding that out takes as long as with
 * one, so that the time does not tell who has a password.
 * @throws RequestError `too-many-requests` when very many are being computed
 */
export async function isPasswordOf(stored: string | null, password: string): Promise<boolean> {
  const fits = await inTurn(() => verify(stored ?? nobodys, bytesOf(password)))
  return fits && stored !== null
}

/** Was it hashed with other parameters than passwords are today? Then it is hashed anew when its owner shows it. */
export function isOutdated(stored: string): boolean {
  return !stored.startsWith(head)
}

// The library's own algorithm is argon2id. The least that OWASP asks for: 19 MiB, two passes, one lane. 20 to 30 ms on one core.
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

const { memoryCost, timeCost, parallelism } = parameters
const head = `$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$`

/** A hash that no password has: its bytes are all zero. */
const nobodys = `${head}${zeros(16)}$${zeros(32)}`

function zeros(count: number): string {
  return Buffer.alloc(count).toString('base64').replaceAll('=', '')
}

function bytesOf(password: string): Buffer {
  return Buffer.from(normalPassword(password))
}

// Two at once take 38 MiB, and leave threads to whoever reads files; what waits is answered within seconds, or not at all.
const limit = pLimit(2)
const longestQueue = 100

async function inTurn<Result>(compute: () => Promise<Result>): Promise<Result> {
  if (limit.pendingCount >= longestQueue) {
    throw new RequestError('too-many-requests', { seconds: 5 })
  }
  return await limit(compute)
}
