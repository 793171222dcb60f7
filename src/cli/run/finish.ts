import type { Batch } from '../../http/contract/batch.ts'
import type { Client } from '../client.ts'
import { commandHere } from '../command-here.ts'
import type { Context } from '../context.ts'
import { errorText } from '../error-text.ts'
import { exitCodes, Failure } from '../failure.ts'
import { showProblems } from '../show/problems.ts'
import { writeBatch } from '../show/write-batch.ts'
import type { ReportFile } from './report-file.ts'

/** What a person wants to have of the end of a batch. */
export interface Wishes {
  readonly report: ReportFile | null
  readonly reportRows: 'all' | 'problems'
  /** The rows of the JSON document. */
  readonly rows: 'all' | 'problems'
}

/** Ends `run` and `resume`: the report, the JSON document, the summary; answers the exit code that was given. */
export async function finish(
  context: Context,
  client: Client,
  end: { readonly batch: Batch; readonly exit: number; readonly wishes: Wishes },
): Promise<number> {
  const { batch, exit, wishes } = end
  if (wishes.report !== null) await writeReport(context, client, { ...end, file: wishes.report })
  if (context.flags.json === true) await writeBatch(context, client, { batch, rows: wishes.rows })
  return exit
}

/**
 * Says how a batch that was executed ended, and answers how to exit.
 *
 * @param verified what the person has seen before: its problems are not shown twice
 */
export function summarise(context: Context, batch: Batch, verified?: Batch): number {
  const { terminal, words, interrupt } = context
  const { state, totals } = batch
  const isKnown = verified !== undefined && totals.failed === 0
  showProblems(context, isKnown ? { ...batch, groups: [] } : batch)
  if (state === 'done') {
    terminal.say(`${terminal.colours.green(words.ended.done)} ${words.batchNamed(batch.batch)}`)
    return totals.error + totals.failed > 0 ? exitCodes.partly : exitCodes.fine
  }
  terminal.say(state === 'failed' ? words.ended.failed : words.ended.stopped)
  if (batch.cause !== null) terminal.say(words.endedBy(batch.cause.message))
  terminal.say(words.goOn(commandHere(context.flags), batch.batch))
  return interrupt.exit ?? exitCodes.unexpected
}

async function writeReport(
  { terminal, words }: Context,
  client: Client,
  { batch, wishes, file }: { batch: Batch; wishes: Wishes; file: ReportFile },
): Promise<void> {
  const query = { format: file.format, rows: wishes.reportRows }
  const report = await client.report(batch.batch, query)
  try {
    await file.write(report)
  } catch (cause) {
    const title = words.reportLost(file.path, errorText(cause), batch.batch)
    throw new Failure(exitCodes.unexpected, { code: 'report-lost', title }, { cause })
  }
  terminal.say(words.reportWritten(file.path))
}
