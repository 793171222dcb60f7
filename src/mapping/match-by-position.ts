import type { FieldName } from '../domain/field.ts'
import type { Assigned, Candidate, Standing } from './candidate.ts'
import { isPlausible, isPossible } from './content-fit.ts'

/**
 * Gives the open fields the free columns in the fields' order. Where what is already known stands shifted by the
 * same number of columns (an id came first), the others are shifted with it; columns that cannot be the
 * field's (numbers where names belong) are passed over.
 */
export function matchByPosition(standing: Standing): ReadonlyMap<FieldName, Assigned> {
  const found = shifted(standing)
  const taken = new Set(Array.from(found.values(), ({ column }) => column))
  for (const field of standing.open.filter((field) => !found.has(field))) {
    const next = standing.free.find(
      ({ index, content }) => !taken.has(index) && isPlausible(field, content),
    )
    if (next === undefined) continue
    found.set(field, byPosition(next))
    taken.add(next.index)
  }
  return found
}

/** The same for a header that says nothing at all, or for one field over one column: there is only one way. */
export function matchUntitledByPosition(standing: Standing): ReadonlyMap<FieldName, Assigned> {
  const { fields, columns } = standing
  const saysNothing = columns.every(({ meaning }) => meaning.kind === 'placeholder')
  const isOnlyWay = fields.length === 1 && columns.length === 1
  return saysNothing || isOnlyWay ? matchByPosition(standing) : new Map()
}

function shifted({ fields, open, free, assigned }: Standing): Map<FieldName, Assigned> {
  const shift = commonShift(fields, assigned)
  const found = new Map<FieldName, Assigned>()
  if (shift === undefined) return found
  for (const field of open) {
    const place = fields.indexOf(field) + shift
    const column = free.find(({ index }) => index === place)
    if (column === undefined || !isPossible(field, column.content)) continue
    found.set(field, byPosition(column))
  }
  return found.size === open.length || shift === 0 ? found : new Map()
}

/** By how many columns everything found so far is shifted; undefined when it is not all by the same. */
function commonShift(
  fields: readonly FieldName[],
  assigned: ReadonlyMap<FieldName, Assigned>,
): number | undefined {
  const shifts = new Set(
    Array.from(assigned, ([field, { column }]) => column - fields.indexOf(field)),
  )
  const [shift = 0] = shifts
  return shifts.size > 1 ? undefined : shift
}

function byPosition({ index }: Candidate): Assigned {
  return { column: index, reason: 'position' }
}
