import type { FieldName } from '../domain/field.ts'
import type { Column, Mapping, MappingChoice } from '../domain/mapping.ts'
import type { SourceRow } from '../domain/table.ts'
import type { Assigned, Candidate, Match } from './candidate.ts'
import { chosenColumns } from './chosen-columns.ts'
import { columnContent } from './column-content.ts'
import { detectHeader } from './detect-header.ts'
import { matchByContent } from './match-by-content.ts'
import { matchByName } from './match-by-name.ts'
import { matchByPosition, matchUntitledByPosition } from './match-by-position.ts'
import { labelledColumns, titledColumns, untitledColumns } from './source-columns.ts'
import { understandHeader } from './understand-header.ts'

export interface Matching {
  /** The operation's fields, in their positional order. */
  readonly fields: readonly FieldName[]
  /** The first records of the source, a possible header included; some hundred are enough. */
  readonly sample: readonly SourceRow[]
  readonly choice: MappingChoice
  /** Those of the sample's cells that are names of rooms (see `roomCandidates`). */
  readonly knownRooms: ReadonlySet<string>
}

/**
 * Decides which column fills which field. What a person chose stands; with a header, a column is known by its
 * name, then by its content; without one by its content, then by its place. A field for which nothing speaks
 * stays without a column (see `missingFields`): a wrong guess would do things to the wrong people.
 *
 * @throws MappingError when the choice names a column that does not exist, or one for two fields
 */
export function matchColumns({ fields, sample, choice, knownRooms }: Matching): Mapping {
  const [first] = sample
  const detected = detectHeader(sample, knownRooms)
  const header = first !== undefined && (choice.header ?? detected)
  const rows = header ? sample.slice(1) : sample
  const columns = header
    ? titledColumns(first)
    : untitledColumns(rows, {
        overruled: detected ? first : undefined,
        atLeast: Math.max(fields.length, ...chosenNumbers(choice)),
      })

  const chosen = chosenColumns(fields, { header, columns }, choice)
  const assigned = new Map<FieldName, Assigned>()
  for (const [field, column] of chosen.fields) assigned.set(field, { column, reason: 'chosen' })

  const candidates = columns
    .filter(({ index, secret }) => !secret && !chosen.ignored.has(index))
    .map((column) => candidate(column, header ? first : undefined, rows, knownRooms))
  const matches: readonly Match[] = header
    ? [matchByName, matchByContent, matchUntitledByPosition]
    : [matchByContent, matchByPosition]
  for (const match of matches) {
    const taken = new Set(Array.from(assigned.values(), ({ column }) => column))
    const free = candidates.filter(({ index }) => !taken.has(index))
    const open = fields.filter((field) => !assigned.has(field))
    const found = match({ fields, open, columns: candidates, free, assigned })
    for (const [field, guess] of found) assigned.set(field, guess)
  }
  return mappingOf({ header, columns, fields, assigned })
}

/** The columns that a person named by number, counted from 1: whoever names one knows that it is there. */
function chosenNumbers({ fields = {}, ignore = [] }: MappingChoice): readonly number[] {
  return [...Object.values(fields), ...ignore].flatMap((name) => {
    const number = /^\s*#(\d+)\s*$/u.exec(name)?.[1]
    return number === undefined ? [] : [Number(number)]
  })
}

function candidate(
  { index, title }: Column,
  header: SourceRow | undefined,
  rows: readonly SourceRow[],
  knownRooms: ReadonlySet<string>,
): Candidate {
  return {
    index,
    title,
    meaning: understandHeader(header?.cells[index] ?? ''),
    content: columnContent(rows, index, knownRooms),
  }
}

interface Matched {
  readonly header: boolean
  readonly columns: readonly Column[]
  readonly fields: readonly FieldName[]
  readonly assigned: ReadonlyMap<FieldName, Assigned>
}

function mappingOf({ header, columns, fields, assigned }: Matched): Mapping {
  const ordered = fields.flatMap((field) => {
    const found = assigned.get(field)
    return found === undefined ? [] : [{ field, ...found }]
  })
  const indexes = Object.fromEntries(ordered.map(({ field, column }) => [field, column]))
  return {
    header,
    columns: header ? columns : labelledColumns(columns, indexes, fields),
    fields: indexes,
    reasons: Object.fromEntries(ordered.map(({ field, reason }) => [field, reason])),
  }
}
