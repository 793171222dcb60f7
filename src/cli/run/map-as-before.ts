import type { Batch } from '../../http/contract/batch.ts'
import type { Client } from '../client.ts'
import { exitCodes, Failure } from '../failure.ts'
import type { Sentences } from '../sentences.ts'

/**
 * Maps the columns of a batch as somebody mapped the same ones earlier.
 *
 * @throws Failure usage, when nobody has
 */
export async function mapAsBefore(client: Client, draft: Batch, words: Sentences): Promise<Batch> {
  if (draft.asBefore) return draft
  if (draft.remembered === null) {
    const title = words.nothingRemembered
    throw new Failure(exitCodes.usage, { code: 'nothing-remembered', title })
  }
  const { fields, ignore, fullName } = draft.remembered
  return await client.map(draft.batch, { fields, ignore, fullName })
}
