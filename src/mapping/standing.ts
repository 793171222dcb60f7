import type { FieldName } from '../domain/field.ts'
import type { Column } from '../domain/mapping.ts'
import type { Assigned, Candidate, Standing } from './candidate.ts'

/** Where the guessing begins: nothing but what a person chose. */
export function standingAtFirst(
  fields: readonly FieldName[],
  columns: readonly Candidate[],
  chosen: ReadonlyMap<FieldName, number>,
): Standing {
  const assigned = new Map<FieldName, Assigned>()
  for (const [field, column] of chosen) assigned.set(field, { column, reason: 'chosen' })
  return after({ fields, open: fields, columns, free: columns, assigned: new Map() }, assigned)
}

/** Where it stands once columns were found for more fields. */
export function after(
  { fields, columns, free, assigned }: Standing,
  found: ReadonlyMap<FieldName, Assigned>,
): Standing {
  const all = new Map([...assigned, ...found])
  const taken = new Set(Array.from(found.values(), ({ column }) => column))
  return {
    fields,
    open: fields.filter((field) => !all.has(field)),
    columns,
    free: free.filter(({ index }) => !taken.has(index)),
    assigned: all,
  }
}

/** Where it stands once a column of full names was split: its halves fill the fields that are still open. */
export function afterSplit(
  standing: Standing,
  fullName: number,
  halves: readonly Column[],
): Standing {
  const found = new Map<FieldName, Assigned>()
  for (const { index, half } of halves) {
    if (half === undefined || !standing.open.includes(half)) continue
    found.set(half, { column: index, reason: 'split' })
  }
  const free = standing.free.filter(({ index }) => index !== fullName)
  return after({ ...standing, free }, found)
}
