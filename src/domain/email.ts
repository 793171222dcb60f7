/** An e-mail address: as people write it, and the key by which two addresses are the same. */
export interface EmailAddress {
  /** Trimmed, NFC, an internationalised domain in its readable form; the case as written. */
  readonly text: string
  /** Equal for addresses that differ only in case. */
  readonly key: string
}

/** The key under which an address is unique in a company: addresses are compared without regard to case. */
export function emailKey(text: string): string {
  return text.normalize('NFC').toLowerCase()
}
