import type { FieldName } from '../domain/field.ts'
import type { Column, Mapping, MappingChoice } from '../domain/mapping.ts'
import type { SourceRow } from '../domain/table.ts'
import type { Assigned, Candidate } from './candidate.ts'
import { chosenColumns, chosenFullName } from './chosen-columns.ts'
import { columnContent } from './column-content.ts'
import { detectHeader } from './detect-header.ts'
import { asksForHalves, findFullNames } from './find-full-names.ts'
import { matchByContent } from './match-by-content.ts'
import { matchByName } from './match-by-name.ts'
import { matchByPosition, matchUntitledByPosition } from './match-by-position.ts'
import { halvesBehind, sourceWidth } from './name-halves.ts'
import { labelledColumns, titledColumns, untitledColumns } from './source-columns.ts'
import { after, afterSplit, standingAtFirst } from './standing.ts'
import { understandHeader } from './understand-header.ts'

export interface Matching {
  /** The operation's fields, in their positional order. */
  readonly fields: readonly FieldName[]
  /** The first records of the source, a possible header included; some hundred are enough. */
  readonly sample: readonly SourceRow[]
  readonly choice: MappingChoice
  /** Those of the sample's cells that are names of rooms (see `roomCandidates`). */
  readonly knownRooms: ReadonlySet<string>
  /** How the source is mapped already: unless the choice says otherwise, the same names are split, or none. */
  readonly present?: Mapping | undefined
}

/**
 * Decides which column fills which field. What a person chose stands; with a header, a column is known by its
 * name, then by its content; without one by its content, then by its place. Where one column clearly holds full
 * names, they are split. A field for which nothing speaks stays without a column (see `missingFields`): a wrong
 * guess would do things to the wrong people.
 *
 * @throws MappingError when the choice names a column that does not exist, or one for two fields
 */
export function matchColumns(matching: Matching): Mapping {
  const { fields, sample, choice, knownRooms } = matching
  const [first] = sample
  const detected = detectHeader(sample, knownRooms)
  const header = first !== undefined && (choice.header ?? detected)
  const rows = header ? sample.slice(1) : sample
  const own = header
    ? titledColumns(first, rows)
    : untitledColumns(rows, {
        overruled: detected ? first : undefined,
        atLeast: Math.max(fields.length, ...chosenNumbers(choice)),
        width: presentWidth(matching),
      })

  const halves = halvesBehind(own)
  const wanted = wantedFullName({ header, columns: own }, matching)
  const columns = typeof wanted === 'number' ? [...own, ...halves] : own
  const chosen = chosenColumns(fields, { header, columns }, choice)
  const offered = halves.filter(({ index }) => !chosen.ignored.has(index))
  const candidates = own
    .filter(({ index, secret }) => !secret && !chosen.ignored.has(index))
    .map((column) => candidate(column, header ? first : undefined, rows, knownRooms))

  let standing = standingAtFirst(fields, candidates, chosen.fields)
  if (typeof wanted === 'number') standing = afterSplit(standing, wanted, offered)
  if (header) standing = after(standing, matchByName(standing))
  standing = after(standing, matchByContent(standing))
  const fullName = wanted === undefined ? findFullNames(standing) : (wanted ?? undefined)
  if (fullName !== undefined) standing = afterSplit(standing, fullName, offered)
  const byPosition = header ? matchUntitledByPosition : matchByPosition
  const { assigned } = after(standing, byPosition(standing))
  return fullName === undefined
    ? mappingOf({ header, columns: own, fields, assigned })
    : { ...mappingOf({ header, columns: [...own, ...halves], fields, assigned }), fullName }
}

/** The column whose names a person wants to be split; null: none is to be; undefined: nobody has said. */
function wantedFullName(
  source: Pick<Mapping, 'header' | 'columns'>,
  { fields, choice, present }: Matching,
): number | null | undefined {
  if (!asksForHalves(fields) || choice.fullName === null) return null
  if (choice.fullName !== undefined) return chosenFullName(choice.fullName, source)
  const kept = source.columns.find(({ index, secret }) => index === present?.fullName && !secret)
  if (kept !== undefined) return kept.index
  // With another header the columns are others, and nobody has said anything of them.
  return present === undefined || present.header !== source.header ? undefined : null
}

/** Columns that are known by number keep their numbers, whatever stands behind them. */
function presentWidth({ present }: Matching): number | undefined {
  return present === undefined || present.header || present.fullName === undefined
    ? undefined
    : sourceWidth(present)
}

/** The columns that a person named by number, counted from 1: whoever names one knows that it is there. */
function chosenNumbers({ fields = {}, ignore = [], fullName }: MappingChoice): readonly number[] {
  return [...Object.values(fields), ...ignore, fullName ?? ''].flatMap((name) => {
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
