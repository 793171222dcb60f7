import { sql, type RawBuilder } from 'kysely'

/** Which row of the outbox. */
export interface MailKey {
  readonly companyId: string
  readonly id: string
}

/** One look for work finds at most so many mails, to bound its memory. */
export const round = 20_000

/**
 * Walks what `find` finds in chunks, and looks again until a look finds less than a round. Chunks then
 * go by primary key: an outbox of a million queued mails is walked fifty times, not once per chunk.
 */
export async function* mailKeys({ find, size, goesOn }: Walk): AsyncGenerator<readonly MailKey[]> {
  while (goesOn()) {
    const found = await find()
    for (let start = 0; start < found.length && goesOn(); start += size) {
      yield found.slice(start, start + size)
    }
    if (found.length < round) return
  }
}

interface Walk {
  /** At most a round of keys. */
  readonly find: () => Promise<readonly MailKey[]>
  readonly size: number
  readonly goesOn: () => boolean
}

/** The keys as rows of a statement: `(company_id, id)`. */
export function keyRows(keys: readonly MailKey[]): RawBuilder<unknown> {
  const companyIds = keys.map(({ companyId }) => companyId)
  const ids = keys.map(({ id }) => id)
  return sql`unnest(${companyIds}::uuid[], ${ids}::uuid[]) as key (company_id, id)`
}
