import type { SourceRow } from '../domain/table.ts'
import { cleanCell } from './clean-cell.ts'
import { columnContent, looksLikeAddress } from './column-content.ts'
import type { ColumnContent } from './column-content.ts'
import { isWord } from './line-words.ts'
import { exactScore, understandHeader } from './understand-header.ts'
import type { HeaderMeaning } from './understand-header.ts'

/** Is the first record a header? `sample`: the first records of the source, that one included. */
export function detectHeader(
  sample: readonly SourceRow[],
  knownRooms: ReadonlySet<string>,
): boolean {
  const [first, ...rest] = sample
  if (first === undefined) return false
  const titles = first.cells.map(cleanCell)
  if (titles.some(looksLikeAddress)) return false

  const contents = titles.map((_, column) => columnContent(rest, column, knownRooms))
  const addresses = contents.findIndex(({ emails }) => emails >= 0.5)
  const meanings = titles.map(understandHeader)
  if (namesAddresses(meanings, addresses)) return true
  if (repeatsItsColumn(first, contents, knownRooms)) return false
  if (namesColumns(meanings.filter((_, column) => titles[column] !== ''))) return true
  return addresses !== -1 && mayBeTitle(titles[addresses] ?? '')
}

/** Does *Email*, or something like it, stand over the addresses, or exactly that where there are none? */
function namesAddresses(meanings: readonly HeaderMeaning[], addresses: number): boolean {
  return meanings.some(
    (meaning, column) =>
      meaning.kind === 'field' &&
      meaning.field === 'email' &&
      (addresses === -1 ? meaning.score >= exactScore : addresses === column),
  )
}

/** Do most of the cells name columns, at least one exactly? One alone may also be somebody's name. */
function namesColumns(meanings: readonly HeaderMeaning[]): boolean {
  const fields = meanings.filter((meaning) => meaning.kind === 'field')
  const others = meanings.filter(({ kind }) => kind === 'secret' || kind === 'elsewhere')
  const isAnyExact = fields.some(({ score }) => score >= exactScore)
  return isAnyExact && 2 * (fields.length + others.length) > meanings.length
}

/** A known room over known rooms, or a role over roles, is data: titles are not what they stand over. */
function repeatsItsColumn(
  first: SourceRow,
  contents: readonly ColumnContent[],
  knownRooms: ReadonlySet<string>,
): boolean {
  return contents.some((below, column) => {
    const own = columnContent([first], column, knownRooms)
    return (
      (own.rooms === 1 && below.rooms >= 0.5) ||
      (own.roles === 1 && below.roles >= 0.5) ||
      (own.booleans === 1 && below.booleans >= 0.5)
    )
  })
}

/** Over addresses stands either a title, perhaps in another language, or an address with a slip in it. */
function mayBeTitle(title: string): boolean {
  const isPlaceholder = /\p{L}/u.test(title) && understandHeader(title).kind === 'placeholder'
  return isPlaceholder || isWord(title)
}
