import { domainToASCII, domainToUnicode } from 'node:url'

/** An e-mail address: as people write it, and the key by which two addresses are the same. */
export interface EmailAddress {
  /** Trimmed, NFC, an internationalised domain in its readable form; the case as written. */
  readonly text: string
  /** Equal for addresses that differ only in case, or in how an internationalised domain is written. */
  readonly key: string
}

/**
 * Reads a trimmed address: one @, before it a dot-atom (RFC 5321; beyond ASCII as in RFC 6531), after it a
 * domain of at least two labels. Quoted local parts and address literals are refused: nobody is invited at one.
 *
 * @returns undefined when it is not an address
 */
export function parseEmail(text: string): EmailAddress | undefined {
  if (text.length <= longestLocalPart && usualAddress.test(text)) return { text, key: text }
  if (text.length > longestAddress) return undefined
  // Others need neither Unicode nor the domain tables: one regular expression answers for them.
  const isPlain = plainAddress.test(text) && !punycode.test(text)
  return isPlain ? parsePlain(text) : parseInternational(text.normalize('NFC'))
}

/** The key under which an address is unique in a company: addresses are compared without regard to case. */
export function emailKey(text: string): string {
  if (printableAscii.test(text) && !punycode.test(text)) return text.toLowerCase()
  const normal = text.normalize('NFC')
  const at = normal.lastIndexOf('@')
  const domain = normal.slice(at + 1)
  return `${normal
    .slice(0, at + 1)
    .toLowerCase()
    .normalize('NFC')}${readableDomain(domain)}`
}

const longestAddress = 254
const longestLocalPart = 64

// What most addresses are like: within these lengths nothing is too long, and nothing is to be made small.
const usualAddress = /^[a-z0-9_+-]+(?:\.[a-z0-9_+-]+)*@(?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+[a-z]{2,63}$/

const punycode = /xn--/i
const printableAscii = /^[\x20-\x7e]*$/
const plainLocalPart = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
const asciiDomain =
  '(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+(?:xn--[a-z0-9-]{1,59}|[a-z]{2,63})'
const plainAddress = new RegExp(`^${plainLocalPart}@${asciiDomain}$`, 'i')
const plainDomain = new RegExp(`^${asciiDomain}$`, 'i')

// Beyond ASCII everything visible is allowed before the @; what is invisible would let two addresses look alike.
// Quotation marks and brackets are what a word processor puts around an address, never a part of one.
const beyondAscii = String.raw`[^\0-\x7f\p{C}\p{Z}\p{Ps}\p{Pe}\p{Pi}\p{Pf}\u2800]`
// Some letters are invisible as well (the fillers of Hangul, variation selectors); a domain is rid of them anyway.
const visible = String.raw`(?!\p{Default_Ignorable_Code_Point})${beyondAscii}`
const internationalAtom = String.raw`(?:[\w!#$%&'*+/=?^\x60{|}~\-]|${visible})+`
const internationalLocalPart = new RegExp(
  String.raw`^${internationalAtom}(?:\.${internationalAtom})*$`,
  'u',
)
const internationalDomain = new RegExp(`^(?:[a-z0-9.\\-]|${beyondAscii})+$`, 'iu')

function parsePlain(text: string): EmailAddress | undefined {
  return text.indexOf('@') > longestLocalPart ? undefined : { text, key: text.toLowerCase() }
}

function parseInternational(text: string): EmailAddress | undefined {
  const at = text.lastIndexOf('@')
  const local = text.slice(0, at)
  const domain = text.slice(at + 1)
  if (at < 1 || !internationalLocalPart.test(local) || !internationalDomain.test(domain)) {
    return undefined
  }
  const ascii = domainToASCII(domain)
  const readable = domainToUnicode(ascii)
  // What cannot be decoded stays `xn--`: nobody could read whom they invite. One sign may stand for several, brackets too.
  if (!plainDomain.test(ascii) || punycode.test(readable)) return undefined
  if (!internationalDomain.test(readable)) return undefined
  const octets = Buffer.byteLength(local)
  if (octets > longestLocalPart || octets + 1 + ascii.length > longestAddress) return undefined
  const address = `${local}@${readable}`
  return { text: address, key: emailKey(address) }
}

/** The readable form in lower case; a domain that is none is compared as it stands. */
function readableDomain(domain: string): string {
  const readable = internationalDomain.test(domain) ? domainToUnicode(domainToASCII(domain)) : ''
  return readable === '' ? domain.toLowerCase().normalize('NFC') : readable
}
