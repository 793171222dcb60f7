import { randomBytes } from 'node:crypto'

/** What proves who calls, taken apart: which row it belongs to, and the secret. */
export interface Token {
  readonly companyId: string
  readonly id: string
  /** 128 random bits. Only its hash is stored. */
  readonly secret: Buffer
}

export interface TokenFormat {
  /** A new token for the row with this id. */
  make(companyId: string, id: string): Token
  write(token: Token): string
  /** @returns undefined for what cannot be such a token, whatever its secret */
  read(text: string): Token | undefined
}

/** How tokens of one kind are written: recognisable by their prefix, so that scanners find leaked ones. */
export function tokenFormat(prefix: string): TokenFormat {
  return {
    make: (companyId, id) => ({ companyId, id, secret: randomBytes(secretBytes) }),
    write: ({ companyId, id, secret }) =>
      prefix + Buffer.concat([idToBytes(companyId), idToBytes(id), secret]).toString('base64url'),
    read(text) {
      const body = text.slice(prefix.length)
      if (!text.startsWith(prefix) || !shape.test(body)) return undefined
      const bytes = Buffer.from(body, 'base64url')
      return {
        companyId: bytesToId(bytes.subarray(0, idBytes)),
        id: bytesToId(bytes.subarray(idBytes, 2 * idBytes)),
        secret: bytes.subarray(2 * idBytes),
      }
    },
  }
}

const idBytes = 16
const secretBytes = 16
// 48 bytes are 64 characters without spare bits: a token can be written in one way only.
const shape = /^[\w-]{64}$/

function idToBytes(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex')
}

function bytesToId(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
