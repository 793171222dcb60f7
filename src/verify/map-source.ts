import type { Tx } from '../directory/schema.ts'
import { roomsWithNames } from '../directory/rooms-with-names.ts'
import type { Mapping, MappingChoice } from '../domain/mapping.ts'
import type { SourceRow } from '../domain/table.ts'
import { matchColumns } from '../mapping/match-columns.ts'
import { roomCandidates } from '../mapping/room-candidates.ts'
import { takeSample } from '../mapping/take-sample.ts'
import type { Operation } from '../operations/operation.ts'

/**
 * Guesses which column fills which field, and follows what a person chose.
 * @param sample the first records of the source
 * @throws MappingError when the choice cannot be followed
 */
export async function mapSource(
  tx: Tx,
  companyId: string,
  {
    operation,
    sample: records,
    choice,
    present,
  }: {
    readonly operation: Operation
    readonly sample: readonly SourceRow[]
    readonly choice: MappingChoice
    /** How the source is mapped already. */
    readonly present?: Mapping
  },
): Promise<Mapping> {
  const sample = takeSample(records)
  const candidates = [...roomCandidates(sample)]
  const knownRooms = await roomsWithNames({ tx, companyId }, candidates)
  const mapping = matchColumns({
    fields: operation.fields,
    sample,
    choice,
    present,
    knownRooms: new Set(knownRooms.keys()),
  })
  return saysAnything(choice) ? { ...mapping, madeByPerson: true } : mapping
}

// Whether there is a header is no mapping of its columns.
function saysAnything({ fields = {}, ignore = [], fullName }: MappingChoice): boolean {
  return Object.keys(fields).length > 0 || ignore.length > 0 || fullName !== undefined
}
