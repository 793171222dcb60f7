import type { FieldName } from '../domain/field.ts'
import type { SourceRow } from '../domain/table.ts'
import { cleanCell } from './clean-cell.ts'
import { looksLikeAddress } from './column-content.ts'
import { isExample, isNote, isRemark, isWord, tellsAddress } from './line-words.ts'
import { exactScore, understandHeader } from './understand-header.ts'

/** Where a source's table begins. */
export interface Beginning {
  /** So many records stand above the header, or above the first row: titles, comments, what an export sums up. */
  readonly above: number
  /** So many records directly below that one are examples, which a template brought along. */
  readonly examples: number
}

/**
 * Tells what of a source's first records is its header, or its first row. A record with an address is a row, and
 * nothing below it is looked at; what might be a row is taken for one, so that it is a problem which people see.
 */
export function findBeginning(records: readonly SourceRow[]): Beginning {
  const lines = aboveAddresses(records)
  const above = aboveHeader(lines) ?? aboveRows(lines, records)
  const below = records.slice(above + 1, above + 1 + mostExamples)
  const end = below.findIndex(({ cells }) => !isExample(firstFilled(cells)))
  return { above, examples: end === -1 ? below.length : end }
}

// What an export sums up has some ten lines; a title has one cell, or two. To understand one takes up to 0.2 ms.
const mostLines = 30
const mostCells = 500
const mostExamples = 5

/** A record that may stand above the table. */
interface Line {
  /** Its cells that are not empty. */
  readonly filled: readonly string[]
  /** The column of the first of them. */
  readonly column: number
  /** A blank line follows. */
  readonly isLastOfItsBlock: boolean
  readonly isRemark: boolean
  /** There is an address in it, but only behind words: `Questions to: office@example.org`. Perhaps it is a row. */
  readonly tellsAddress: boolean
}

/** The first records, up to the first one with an address. */
function aboveAddresses(records: readonly SourceRow[]): readonly Line[] {
  const lines: Line[] = []
  let cells = 0
  for (const [at, record] of records.slice(0, mostLines).entries()) {
    const line = lineOf(record, records[at + 1])
    if (!line.isRemark && !line.tellsAddress && line.filled.some(hasAt)) break
    lines.push(line)
    cells += line.filled.length
    if (cells >= mostCells) break
  }
  return lines
}

function lineOf({ line, cells }: SourceRow, next: SourceRow | undefined): Line {
  const filled = cells.map(cleanCell).filter((cell) => cell !== '')
  const height = cells.reduce((lines, cell) => lines + cell.split(/\r\n|\r|\n/u).length - 1, 1)
  return {
    filled,
    column: cells.findIndex((cell) => cleanCell(cell) !== ''),
    isLastOfItsBlock: next !== undefined && next.line > line + height,
    isRemark: isRemark(filled[0] ?? '') && !filled.some(looksLikeAddress),
    tellsAddress: filled.length === 1 && tellsAddress(filled[0] ?? ''),
  }
}

function hasAt(cell: string): boolean {
  return cell.includes('@')
}

/**
 * How many lines stand above the record that clearly is the header: the one that names most fields; of two that name
 * as many (labels, and technical names below them) the second. Undefined if there is none, or something above it that
 * may be a row.
 */
function aboveHeader(lines: readonly Line[]): number | undefined {
  let best: { readonly at: number; readonly rank: number } | undefined
  for (const [at, { filled }] of lines.entries()) {
    const rank = headerRank(fieldsNamed(filled))
    if (rank > 0 && rank >= (best?.rank ?? 0)) best = { at, rank }
  }
  if (best === undefined) return undefined
  const above = lines.slice(0, best.at)
  const width = lines[best.at]?.filled.length ?? 0
  return above.every((_, at) => mayStandAbove(above, { at, width })) ? best.at : undefined
}

/** How clearly a record that names these fields is a header; 0 for one that is none. */
function headerRank(named: ReadonlySet<FieldName>): number {
  if (named.has('email')) return 100 + named.size
  return named.size >= 2 ? named.size : 0
}

function fieldsNamed(cells: readonly string[]): ReadonlySet<FieldName> {
  const meanings = cells.map(understandHeader)
  return new Set(
    meanings.flatMap((meaning) =>
      meaning.kind === 'field' && meaning.score >= exactScore ? [meaning.field] : [],
    ),
  )
}

/**
 * Does no row look like that: one cell, two that are far fewer, stand apart or are a note, mostly names of fields, or
 * part of another table, which ends at a title?
 */
function mayStandAbove(
  above: readonly Line[],
  { at, width }: { readonly at: number; readonly width: number },
): boolean {
  const { filled, isRemark } = above[at] ?? noLine
  if (isRemark || filled.length === 1) return true
  if (2 * fieldsNamed(filled).size > filled.length) return true
  if (above.slice(at + 1).some(({ filled, column }) => filled.length === 1 && column === 0))
    return true
  const standsApart = above.slice(at).some(({ isLastOfItsBlock }) => isLastOfItsBlock)
  return filled.length === 2 && (width >= 4 || standsApart || filled.some(isNote))
}

const noLine: Line = {
  filled: [],
  column: -1,
  isLastOfItsBlock: false,
  isRemark: false,
  tellsAddress: false,
}

/**
 * How many lines stand above rows without a header that is understood: those that are narrower than the rows, down to
 * the last one that cannot be a row without its address.
 */
function aboveRows(lines: readonly Line[], records: readonly SourceRow[]): number {
  const firstTold = lines.findIndex((line) => line.tellsAddress)
  const height = firstTold === -1 ? lines.length : firstTold
  const row = records[height]
  const address = row?.cells.findIndex(hasAt) ?? -1
  const width = row === undefined || address === -1 ? 0 : lineOf(row, undefined).filled.length
  const end = lines.findIndex((line) => !line.isRemark && !isNarrow(line, width))
  const block = lines.slice(0, end === -1 ? height : Math.min(end, height))
  return 1 + block.findLastIndex((line) => isNoRow(line, { address, width }))
}

function isNarrow({ filled }: Line, width: number): boolean {
  return filled.length <= 2 && (filled.length < width || width === 1)
}

function isNoRow(
  { filled, column, isLastOfItsBlock, isRemark }: Line,
  { address, width }: { readonly address: number; readonly width: number },
): boolean {
  const [first = ''] = filled
  if (isRemark || (column === 0 && isNote(first) && /\s/u.test(first))) return true
  // In a list of addresses alone, a name by itself is somebody whose address is missing.
  if (width === 1 || filled.length > 1) return false
  return isLastOfItsBlock || (column === address && isWord(first))
}

function firstFilled(cells: readonly string[]): string {
  return cells.map(cleanCell).find((cell) => cell !== '') ?? ''
}
