import { createHash, randomBytes } from 'node:crypto'

/** An API key, taken apart: whose key it is, and what proves it. */
export interface ApiKey {
  readonly companyId: string
  readonly keyId: string
  /** 128 random bits. Only its hash is stored. */
  readonly secret: Buffer
}

/** A new key for the row with this id. */
export function newApiKey(companyId: string, keyId: string): ApiKey {
  return { companyId, keyId, secret: randomBytes(secretBytes) }
}

/** The key as its owner keeps it: recognisable by its prefix, so that scanners find leaked ones. */
export function writeApiKey({ companyId, keyId, secret }: ApiKey): string {
  const bytes = Buffer.concat([idToBytes(companyId), idToBytes(keyId), secret])
  return prefix + bytes.toString('base64url')
}

/** @returns undefined for what cannot be a key of Roster's, whatever its secret. */
export function readApiKey(text: string): ApiKey | undefined {
  if (!shape.test(text)) return undefined
  const bytes = Buffer.from(text.slice(prefix.length), 'base64url')
  return {
    companyId: bytesToId(bytes.subarray(0, idBytes)),
    keyId: bytesToId(bytes.subarray(idBytes, 2 * idBytes)),
    secret: bytes.subarray(2 * idBytes),
  }
}

/** A secret of 128 random bits cannot be guessed, so a plain hash protects it as well as a slow one. */
export function hashSecret(secret: Buffer): Buffer {
  return createHash('sha256').update(secret).digest()
}

const prefix = 'roster_'
const idBytes = 16
const secretBytes = 16
// 48 bytes are 64 characters without spare bits: a key can be written in one way only.
const shape = /^roster_[\w-]{64}$/

function idToBytes(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex')
}

function bytesToId(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
