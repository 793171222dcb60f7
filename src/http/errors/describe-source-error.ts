import type { Language } from '../../domain/language.ts'
import type { Particulars } from '../../domain/problem.ts'
import type { RequestErrorCode } from '../../domain/request-error.ts'
import { unreadableReasons, type SourceError } from '../../domain/table.ts'
import { fill } from './fill.ts'
import {
  otherEncoding,
  sourceAnswers,
  tooLarge,
  unreadable,
  unsupported,
} from './source-sentences.ts'

/** The answer for a source that cannot be read: the code, and what its sentence names. */
export function describeSourceError(
  { code, details }: SourceError,
  language: Language,
): { readonly code: RequestErrorCode; readonly particulars: Particulars } {
  const answer = sourceAnswers[code]
  if (answer.code === 'source-too-large') {
    return { code: answer.code, particulars: tooMuch(details, language) }
  }
  if (answer.code !== 'unreadable-source') return { code: answer.code, particulars: details }
  const clause =
    answer.reason === undefined ? known(details, language) : fill(answer.reason, details, language)
  return {
    code: answer.code,
    particulars: { ...details, where: where(details, language), reason: clause },
  }
}

function tooMuch(details: Particulars, language: Language): Particulars {
  const { limit: most, reason } = details
  if (reason === 'ratio') return { ...details, reason: fill(tooLarge.ratio, details, language) }
  const limit = size(Number(most), language)
  const sentence = reason === 'unpacked' ? tooLarge.unpacked : tooLarge.bytes
  return { limit, reason: fill(sentence, { limit }, language) }
}

function known(details: Particulars, language: Language): string {
  if (details['found'] !== undefined) return unsupported(String(details['found']), language)
  if (details['suggestion'] !== undefined) return fill(otherEncoding, details, language)
  const reason = unreadableReasons.find((reason) => reason === details['reason']) ?? 'damaged'
  return fill(unreadable[reason], details, language)
}

function where({ line, column }: Particulars, language: Language): string {
  if (line === undefined) return ''
  if (language === 'de')
    return ` (Zeile ${line}${column === undefined ? '' : `, Spalte ${column}`})`
  return ` at line ${line}${column === undefined ? '' : `, column ${column}`}`
}

/** Bytes as people count them: `200 MB`. */
function size(bytes: number, language: Language): string {
  const [unit, factor] = units.find(([, factor]) => bytes >= factor) ?? ['bytes', 1]
  const number = (bytes / factor).toLocaleString(language, { maximumFractionDigits: 1 })
  return `${number} ${unit}`
}

const units: readonly (readonly [unit: string, factor: number])[] = [
  ['GB', 1e9],
  ['MB', 1e6],
  ['kB', 1e3],
]
