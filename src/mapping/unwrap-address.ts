import { withoutMailto } from '../domain/without-mailto.ts'
import { withoutQuotes } from './without-quotes.ts'

/**
 * The bare address in what mail programs, browsers and chats put around one: quotation marks, a link (`mailto:`,
 * `[…](mailto:…)`), the person's name. What is wrapped is not judged here. Where the name is itself
 * another address, nobody can say which is meant, and the text stays as it is.
 */
export function unwrapAddress(text: string): string {
  if (usual.test(text)) return text
  const plain = withoutQuotes(text.replace(unseen, ''))
  if (!/[<([:]/.test(plain)) return plain
  return withoutMailto(withoutName(plain))
}

// Most cells hold nothing else, and one look tells.
const usual = /^[\w.+-]+@[\w.-]+$/

// The marks of direction, which web pages in Arabic and Hebrew put around an address, also within a cell.
const unseen = /[\u200e\u200f\u202a-\u202c\u2066-\u2069]/g

/** `Ada <ada@example.org>`, `Ada (ada@example.org)`, `Ada [mailto:ada@example.org]`, `ada@example.org (Ada)`. */
function withoutName(text: string): string {
  const wrapped = inBracketsAtEnd(text)
  if (wrapped === undefined) return text
  const { before, inside } = wrapped
  if (!inside.includes('@')) return before.includes('@') && text.endsWith(')') ? before : text
  const address = withoutMailto(inside)
  const name = withoutMailto(withoutQuotes(before).replace(/^\[(.*)\]$/, '$1'))
  return !name.includes('@') || sameText(name, address) ? address : text
}

const opening: Readonly<Record<string, string>> = { '>': '<', ')': '(', ']': '[' }

function inBracketsAtEnd(text: string): { before: string; inside: string } | undefined {
  const open = opening[text.at(-1) ?? '']
  const start = open === undefined ? -1 : text.lastIndexOf(open)
  if (start === -1) return undefined
  return { before: text.slice(0, start).trim(), inside: text.slice(start + 1, -1).trim() }
}

function sameText(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase()
}
