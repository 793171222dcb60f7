import type { Mapping } from '../domain/mapping.ts'
import { notice, type Notice } from '../domain/problem.ts'
import { cleanCell } from './clean-cell.ts'
import { nameHalves, sourceWidth } from './name-halves.ts'
import { shownValue } from './shown-value.ts'
import { splitFullName } from './split-full-name.ts'

/**
 * The notice of a row whose full name could also have been split elsewhere, as long as its halves are in use and
 * nobody has corrected one.
 * @param cells corrections included
 */
export function doubtfulSplit(mapping: Mapping, cells: readonly string[]): readonly Notice[] {
  const { fullName, fields } = mapping
  if (fullName === undefined) return none
  const { doubtful, ...split } = splitFullName(cells[fullName] ?? '')
  if (doubtful === undefined) return none
  const width = sourceWidth(mapping)
  const isAsSplit = nameHalves.every(
    (half, at) => fields[half] === width + at && cleanCell(cells[width + at] ?? '') === split[half],
  )
  return isAsSplit ? [notice('name-split', { value: shownValue(doubtful) })] : none
}

const none: readonly Notice[] = []
