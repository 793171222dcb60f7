import type { FieldName } from '../domain/field.ts'
import type { Candidate, Standing } from './candidate.ts'
import { isPlausible } from './content-fit.ts'
import { exactScore } from './understand-header.ts'

/** Does an operation ask for both halves of a name? */
export function asksForHalves(fields: readonly FieldName[]): boolean {
  return fields.includes('firstName') && fields.includes('lastName')
}

/**
 * The index of the one column that clearly holds full names, where neither half of the name has a column of its
 * own: its title means *Name*, or nothing has a title and its cells alone look like it.
 */
export function findFullNames(standing: Standing): number | undefined {
  const { open, columns } = standing
  if (!asksForHalves(open)) return undefined
  const saysNothing = columns.every(({ meaning }) => meaning.kind === 'placeholder')
  const [only, ...others] = saysNothing ? byContent(standing) : byTitle(standing)
  return others.length > 0 ? undefined : only?.index
}

function byTitle({ free }: Standing): readonly Candidate[] {
  return free.filter(
    ({ meaning, content }) =>
      meaning.kind === 'field' &&
      meaning.field === 'name' &&
      meaning.score >= exactScore &&
      content.fullNames >= 0.5,
  )
}

// Where there are columns of text for all open fields, they are those fields: *Anna Maria* is a first name, too.
function byContent({ open, free, columns }: Standing): readonly Candidate[] {
  const rows = Math.max(0, ...columns.map(({ content }) => content.filled))
  // What only few rows have is what they have too many: a name with a comma that nobody quoted.
  const texts = free.filter(
    ({ content }) => isPlausible('firstName', content) && 2 * content.filled >= rows,
  )
  const asked = open.filter((field) => textFields.has(field))
  return texts.length < asked.length ? texts.filter(({ content }) => content.fullNames > 0.5) : []
}

/** The fields whose cells look like texts; rooms do where they are not known. */
const textFields: ReadonlySet<FieldName> = new Set(['firstName', 'lastName', 'rooms'])
