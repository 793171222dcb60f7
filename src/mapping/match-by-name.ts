import type { FieldName } from '../domain/field.ts'
import type { Assigned, Candidate, Standing } from './candidate.ts'
import { contentFit } from './content-fit.ts'
import { exactScore, isBareName } from './understand-header.ts'

/** Finds columns by their titles: exact names before similar ones, then what fits better, then from the left. */
export function matchByName(standing: Standing): ReadonlyMap<FieldName, Assigned> {
  const { open, free, columns } = standing
  const found = new Map<FieldName, Assigned>()
  for (const field of open) {
    if (field === 'name' && hasHalfOfAName(columns)) continue
    const [best] = free
      .map((column) => ({ column, score: scoreOf(field, column) }))
      .filter(({ column, score }) => score > 0 && !isRefuted(field, column, score, free))
      .toSorted(
        (left, right) =>
          right.score - left.score ||
          contentFit(field, right.column.content) - contentFit(field, left.column.content),
      )
    if (best === undefined) continue
    const reason = best.score >= exactScore ? 'name' : 'similar-name'
    found.set(field, { column: best.column.index, reason })
  }
  return new Map([...found, ...otherHalfOfTheName(standing, found)])
}

function scoreOf(field: FieldName, { meaning }: Candidate): number {
  return meaning.kind === 'field' && meaning.field === field ? meaning.score : 0
}

/**
 * Without an address in it, while another column is full of them: merely similar to *Email*, or empty while the other
 * one is called so as well (in a directory, people without a mailbox have nothing but the name to sign in with).
 */
function isRefuted(
  field: FieldName,
  { content }: Candidate,
  score: number,
  free: readonly Candidate[],
): boolean {
  if (field !== 'email' || content.emails > 0) return false
  const others = free.filter(({ content }) => content.emails >= 0.5)
  if (score < exactScore) return others.length > 0
  return content.filled === 0 && others.some((column) => scoreOf(field, column) >= exactScore)
}

/** Beside a first name alone, *Name* is the last name; beside a last name alone, the first. */
function hasHalfOfAName(columns: readonly Candidate[]): boolean {
  const has = (field: FieldName) => columns.some((column) => scoreOf(field, column) >= exactScore)
  return has('firstName') !== has('lastName')
}

function otherHalfOfTheName(
  { fields, assigned, free }: Standing,
  found: ReadonlyMap<FieldName, Assigned>,
): ReadonlyMap<FieldName, Assigned> {
  const halves = (['firstName', 'lastName'] as const).filter((field) => fields.includes(field))
  const [missing, ...others] = halves.filter((field) => !assigned.has(field) && !found.has(field))
  if (halves.length < 2 || missing === undefined || others.length > 0) return new Map()
  const column = free.find(({ title }) => isBareName(title))
  return new Map(
    column === undefined ? [] : [[missing, { column: column.index, reason: 'name' as const }]],
  )
}
