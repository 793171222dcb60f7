import type { BatchRef } from '../../directory/batches.ts'
import type { Db } from '../../directory/schema.ts'
import { mailsOfBatch } from '../../mail/mails-of-batch.ts'
import { readValue } from '../../mapping/read-value.ts'
import type { PlannedRow } from '../../verify/planned-row.ts'
import type { ReportRow } from './report-table.ts'

/** Adds to each row what became of the mails that the batch caused to its address: one query for a page. */
export async function* withMails(
  db: Db,
  ref: BatchRef,
  pages: AsyncIterable<readonly PlannedRow[]>,
): AsyncGenerator<readonly ReportRow[]> {
  for await (const rows of pages) {
    const keys = rows.map(recipientKey)
    const mails = await mailsOfBatch(db, ref, [...new Set(keys)])
    yield rows.map((row, index) => ({ ...row, mails: mails.get(keys[index] ?? '') ?? [] }))
  }
}

function recipientKey({ values }: PlannedRow): string {
  const reading = readValue('email', values.email ?? '')
  return 'value' in reading ? reading.value.key : ''
}
