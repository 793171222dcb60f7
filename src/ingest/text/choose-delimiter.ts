import { SourceError } from '../../domain/table.ts'
import type { SourceRow } from '../../domain/table.ts'
import { splitRecords } from './split-records.ts'

// The order decides between delimiters that fit alike: commas stand in texts the most, tabs the least.
const candidates = ['\t', ';', '|', ','] as const

/** Excel's own hint in the first line; it is no record. */
const hint = /^"?sep=([^\r\n"])"?(?:\r\n|\n|\r|$)/i

interface Choice {
  readonly delimiter: string
  /** The characters of the hint at the beginning of the text, its line end included. */
  readonly prefixLength: number
}

/**
 * What separates the cells: what the person chose, else what the first line says (`sep=;`), else what divides
 * the first records (`head` is the beginning of the text) into equally many cells, and leaves addresses whole.
 * A source of one column has `,`. Throws `unknown-delimiter`.
 */
export function chooseDelimiter(head: string, chosen?: string): Choice {
  const [line, hinted] = hint.exec(head) ?? []
  const prefixLength = line?.length ?? 0
  if (chosen !== undefined) return { delimiter: checked(chosen), prefixLength }
  if (hinted !== undefined) return { delimiter: checked(hinted), prefixLength }
  return { delimiter: guessDelimiter(head), prefixLength }
}

function checked(chosen: string): string {
  const delimiter = chosen === '\\t' || chosen.toLowerCase() === 'tab' ? '\t' : chosen
  if (delimiter.length === 1 && /[^\p{L}\p{N}"\r\n]/u.test(delimiter)) return delimiter
  throw new SourceError('unknown-delimiter', { delimiter: chosen.slice(0, 20) })
}

function guessDelimiter(head: string): string {
  const fits = candidates
    .filter((delimiter) => head.includes(delimiter))
    .map((delimiter) => fitOf(delimiter, firstRecords(head, delimiter)))
    .filter((fit) => fit.score > 0)
  const best = Math.max(...fits.map((fit) => fit.score))
  const good = fits.filter((fit) => fit.score > best - 0.02)
  const widest = Math.max(...good.map((fit) => fit.width))
  return good.find((fit) => fit.width === widest)?.delimiter ?? ','
}

/** The records of the head; where its quotes are wrong (the reading will say so), as if it had none. */
function firstRecords(head: string, delimiter: string): readonly SourceRow[] {
  try {
    return wholeRecords(head, delimiter)
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    return error.code === 'unclosed-quote' ? wholeRecords(head.replaceAll('"', ''), delimiter) : []
  }
}

/** Without the last record, which may be cut, unless there is no other. */
function wholeRecords(head: string, delimiter: string): readonly SourceRow[] {
  const records = splitRecords(delimiter)
  const whole = records.push(head)
  return whole.length > 1 ? whole : [...whole, ...records.end()]
}

/** How well a delimiter explains the records, from 0 to 1, and into how many cells it divides most of them. */
function fitOf(delimiter: string, records: readonly SourceRow[]) {
  const cells = records.flatMap((record) => record.cells)
  const withAddress = cells.filter((cell) => cell.includes('@'))
  const width = commonest(records.map((record) => record.cells.length))
  const alike = records.filter((record) => record.cells.length === width)
  const score =
    width < 2
      ? 0
      : share(alike, records) *
        share(withAddress.filter(isAddress), withAddress) *
        (1 - share(cells.filter(hasQuote), cells, 0))
  return { delimiter, width, score }
}

/** An address and nothing beside it, or one with its name: `"Lovelace, Ada" <ada@example.org>`. */
function isAddress(cell: string): boolean {
  return /^(?:"[^"]*")?[^"@,;|\t]*@[^@\s,;|]+$/.test(cell.trim())
}

/** A quote without its other half is left in a cell where a wrong delimiter cut a quoted text in two. */
function hasQuote(cell: string): boolean {
  return cell.includes('"') && cell.split('"').length % 2 === 0
}

function commonest(numbers: readonly number[]): number {
  const counts = Map.groupBy(numbers, (number) => number)
  const [first] = [...counts].toSorted(([, some], [, others]) => others.length - some.length)
  return first?.[0] ?? 0
}

function share(some: readonly unknown[], all: readonly unknown[], ofNone = 1): number {
  return all.length === 0 ? ofNone : some.length / all.length
}
