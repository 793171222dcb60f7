import type { Tx } from '../directory/schema.ts'
import { roomsWithNames } from '../directory/rooms-with-names.ts'
import type { Mapping, MappingChoice } from '../domain/mapping.ts'
import type { SourceRow } from '../domain/table.ts'
import { matchColumns } from '../mapping/match-columns.ts'
import { roomCandidates } from '../mapping/room-candidates.ts'
import type { Operation } from '../operations/operation.ts'

/** So many records at the beginning of a source are looked at to guess its columns. */
export const sampleSize = 200

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
    sample,
    choice,
  }: {
    readonly operation: Operation
    readonly sample: readonly SourceRow[]
    readonly choice: MappingChoice
  },
): Promise<Mapping> {
  const candidates = [...roomCandidates(sample)]
  const knownRooms = await roomsWithNames({ tx, companyId }, candidates)
  return matchColumns({
    fields: operation.fields,
    sample,
    choice,
    knownRooms: new Set(knownRooms.keys()),
  })
}
