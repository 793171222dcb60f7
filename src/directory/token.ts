import { createHmac, createSecretKey, timingSafeEqual, type KeyObject } from 'node:crypto'

/** What a link opens. It is not part of the token, but a token of one kind is worthless as another. */
export type TokenKind = 'invitation' | 'guest' | 'password' | 'set-up'

/** Whose link it is, and which of their links: issuing again makes every earlier one worthless. */
export interface TokenClaim {
  readonly companyId: string
  /** The guest's id for a guest link, else the user's. */
  readonly subjectId: string
  readonly issuedAt: Date
}

/**
 * The secret part of a link: 72 characters that are safe in a URL. It is derived from the claim with
 * the installation's key, so it can be made again at any time and is stored nowhere.
 * @throws RangeError when an id is no UUID, or the time is before 1970.
 */
export function signToken(key: KeyObject, kind: TokenKind, claim: TokenClaim): string {
  const payload = pack(claim)
  return Buffer.concat([payload, seal(key, kind, payload)]).toString('base64url')
}

/**
 * The claim of a token that this installation signed for this kind; undefined for everything else.
 * Whether the link still opens (not replaced, not expired) is for the caller to judge.
 */
export function readToken(key: KeyObject, kind: TokenKind, token: string): TokenClaim | undefined {
  if (!tokenShape.test(token)) return undefined
  const bytes = Buffer.from(token, 'base64url')
  const payload = bytes.subarray(0, payloadBytes)
  if (!timingSafeEqual(bytes.subarray(payloadBytes), seal(key, kind, payload))) return undefined
  return unpack(payload)
}

/**
 * The installation's key, ready to sign: made once, since to make it takes longer than to sign with it.
 * @param key at least 32 bytes, written as hex
 * @throws RangeError when it is no such key.
 */
export function signingKey(key: string): KeyObject {
  if (!keyShape.test(key)) {
    throw new RangeError('The key of the installation must be at least 32 bytes, written as hex.')
  }
  return createSecretKey(key, 'hex')
}

const keyShape = /^(?:[\da-f]{2}){32,}$/i

const idBytes = 16
const timeBytes = 6
const payloadBytes = idBytes + idBytes + timeBytes
const sealBytes = 16

// A multiple of three bytes: base64url has no spare bits, so a token can be written in one way only.
const tokenShape = /^[\w-]{72}$/

function seal(key: KeyObject, kind: TokenKind, payload: Buffer): Buffer {
  return createHmac('sha256', key)
    .update(`roster link ${kind}\n`)
    .update(payload)
    .digest()
    .subarray(0, sealBytes)
}

function pack({ companyId, subjectId, issuedAt }: TokenClaim): Buffer {
  const payload = Buffer.alloc(payloadBytes)
  idToBytes(companyId).copy(payload, 0)
  idToBytes(subjectId).copy(payload, idBytes)
  payload.writeUIntBE(issuedAt.getTime(), idBytes + idBytes, timeBytes)
  return payload
}

function unpack(payload: Buffer): TokenClaim {
  return {
    companyId: bytesToId(payload.subarray(0, idBytes)),
    subjectId: bytesToId(payload.subarray(idBytes, idBytes + idBytes)),
    issuedAt: new Date(payload.readUIntBE(idBytes + idBytes, timeBytes)),
  }
}

function idToBytes(id: string): Buffer {
  if (!idShape.test(id)) throw new RangeError(`${id} is not an identifier.`)
  return Buffer.from(id.replaceAll('-', ''), 'hex')
}

const idShape = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/

function bytesToId(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
