import {
  readFollowers,
  readJudgements,
  type StoredJudgement,
} from '../directory/batch-judgements.ts'
import { readRecords, readRecordsAt, type StoredRecord } from '../directory/batch-records.ts'
import type { Range } from '../directory/batch-chunks.ts'
import type { BatchRef } from '../directory/batches.ts'
import type { Db, Tx } from '../directory/schema.ts'

/** A record with what the plan says of it. */
export interface PlannedRecord extends StoredRecord {
  readonly planned: Omit<StoredJudgement, 'position'>
}

/**
 * The records that are executed together: those of a range of positions, and with each user's first
 * row all later ones of the same user that count, wherever they stand. In their order.
 */
export async function readChunk(
  db: Db | Tx,
  batch: BatchRef,
  range: Range,
): Promise<readonly PlannedRecord[]> {
  const judgements = await readJudgements(db, batch, range)
  const records = await readRecords(db, batch, range)
  const own = records.map((record) => plan(record, judgements)).filter(isNoFollower)

  const followers = await readFollowers(db, batch, range)
  if (followers.size === 0) return own
  const following = await readRecordsAt(db, batch, [...followers.keys()])
  const led = following.map((record) => plan(record, followers))
  return [...own, ...led].toSorted((a, b) => a.position - b.position)
}

function plan(
  record: StoredRecord,
  judgements: ReadonlyMap<number, StoredJudgement>,
): PlannedRecord {
  return { ...record, planned: judgements.get(record.position) ?? ordinary }
}

function isNoFollower({ planned }: PlannedRecord): boolean {
  return planned.leader === null
}

const ordinary: PlannedRecord['planned'] = {
  state: 'ready',
  leader: null,
  basis: null,
  problems: [],
  notices: [],
}
