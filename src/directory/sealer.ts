import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
} from 'node:crypto'

/** Keeps secrets that have to be read again (those of a meeting server, say) unreadable in the database. */
export interface Sealer {
  /** @param purpose what the text is for: it cannot be opened as anything else */
  readonly seal: (purpose: string, text: string) => string
  /** @returns undefined for what was not sealed with this key and for this purpose */
  readonly open: (purpose: string, sealed: string) => string | undefined
  /** By what a text is found again that shall not be read: the same for the same purpose and text, 32 bytes. */
  readonly digest: (purpose: string, text: string) => Buffer
}

/** @param key the installation's key: at least 32 bytes, written as hex */
export function createSealer(key: string): Sealer {
  const derived = (use: string) =>
    createSecretKey(new Uint8Array(hkdfSync('sha256', Buffer.from(key, 'hex'), '', use, 32)))
  const sealing = derived('roster sealing')
  const digesting = derived('roster digesting')
  return {
    seal(purpose, text) {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv(algorithm, sealing, nonce).setAAD(Buffer.from(purpose))
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
    },
    open(purpose, sealed) {
      const bytes = Buffer.from(sealed, 'base64url')
      const [nonce, tag] = [bytes.subarray(0, nonceBytes), bytes.subarray(nonceBytes, headBytes)]
      if (tag.length !== headBytes - nonceBytes) return undefined
      const decipher = createDecipheriv(algorithm, sealing, nonce).setAAD(Buffer.from(purpose))
      decipher.setAuthTag(tag)
      try {
        return (
          decipher.update(bytes.subarray(headBytes), undefined, 'utf8') + decipher.final('utf8')
        )
      } catch {
        return undefined
      }
    },
    digest: (purpose, text) =>
      createHmac('sha256', digesting).update(`${purpose}\n${text}`).digest(),
  }
}

const algorithm = 'aes-256-gcm'
const nonceBytes = 12
const headBytes = nonceBytes + 16
