import type { SourceDescription } from '../domain/table.ts'

/** What a format's reader tells of its source. */
export type KnownSource = Partial<Omit<SourceDescription, 'name'>> &
  Pick<SourceDescription, 'format'>

/** A source's description, with null for what its format does not have. */
export function describeSource(name: string | null, known: KnownSource): SourceDescription {
  const { format, encoding = null, delimiter = null, sheet = null, sheets = [] } = known
  const { notices = [], firstLine = 1 } = known
  return { name, format, encoding, delimiter, sheet, sheets, notices, firstLine }
}
