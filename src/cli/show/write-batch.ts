import type { Batch } from '../../http/contract/batch.ts'
import type { Client } from '../client.ts'
import type { Context } from '../context.ts'
import { writeArray } from './write-array.ts'

/** Writes the JSON document of a batch, with its rows (those with problems, or all) as they come. */
export async function writeBatch(
  { terminal }: Context,
  client: Client,
  { batch, rows }: { readonly batch: Batch; readonly rows: 'all' | 'problems' },
): Promise<void> {
  await terminal.write(`${JSON.stringify(batch, null, 2).slice(0, -2)},\n  "rows": `)
  const { error, failed } = batch.totals
  if (rows === 'all') await writeArray(terminal, client.rows(batch.batch), '  ')
  else if (error + failed === 0) await terminal.write('[]')
  else await writeArray(terminal, client.rows(batch.batch, 'problems'), '  ')
  await terminal.write('\n}\n')
}
