import type { FieldName } from '../domain/field.ts'
import type { Assigned, Candidate, Standing } from './candidate.ts'
import { contentFit } from './content-fit.ts'
import { exactScore } from './understand-header.ts'

/**
 * Finds columns by their cells: addresses, known rooms, role words, True and False. Of several the leftmost;
 * among those without titles the one that stands where it is expected, counted from the addresses.
 */
export function matchByContent({
  fields,
  open,
  free,
  assigned,
}: Standing): ReadonlyMap<FieldName, Assigned> {
  const found = new Map<FieldName, Assigned>()
  const taken = new Set<number>()
  for (const field of telling.filter((field) => open.includes(field))) {
    const fitting = free.filter(
      (column) =>
        !taken.has(column.index) &&
        contentFit(field, column.content) >= leastShare[field] &&
        mayBe(field, column),
    )
    const start = (found.get('email') ?? assigned.get('email'))?.column ?? 0
    const expected = start - Math.max(0, fields.indexOf('email')) + fields.indexOf(field)
    const column =
      fitting.find((column) => isUntitled(column) && column.index === expected) ?? fitting[0]
    if (column === undefined) continue
    found.set(field, { column: column.index, reason: 'content' })
    taken.add(column.index)
  }
  return found
}

/** The fields whose cells can be told apart, addresses first: the others are counted from them. */
const telling = ['email', 'rooms', 'role', 'sendMail'] as const

// Half is enough where the words are unmistakable, and leaves room for the mistakes that verification is to find.
const leastShare = { email: 0.5, rooms: 0.5, role: 0.5, sendMail: 0.9 } as const

/** Words in a header show that somebody put the columns in an order of their own. */
function isUntitled({ meaning }: Candidate): boolean {
  return meaning.kind === 'placeholder'
}

/** Does the title leave it open? Yes and No stand in many columns (*Active*): they need a title that says nothing. */
function mayBe(field: FieldName, column: Candidate): boolean {
  if (isUntitled(column)) return true
  const { meaning } = column
  if (field === 'sendMail') return false
  if (meaning.kind === 'field') return meaning.score < exactScore
  return meaning.kind === 'unknown' || meaning.kind === 'elsewhere'
}
