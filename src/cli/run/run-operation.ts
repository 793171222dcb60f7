import type { Batch } from '../../http/contract/batch.ts'
import type { Client } from '../client.ts'
import { withClient } from '../context.ts'
import type { Context } from '../context.ts'
import { exitCodes } from '../failure.ts'
import { showProblems } from '../show/problems.ts'
import { awaitMails } from './await-mails.ts'
import { confirm } from './confirm.ts'
import { finish, summarise } from './finish.ts'
import type { Wishes } from './finish.ts'
import { followBatch } from './follow-batch.ts'
import { openSource } from './open-source.ts'
import type { OpenSource } from './open-source.ts'
import { prepareBatch } from './prepare-batch.ts'
import type { Preparation } from './prepare-batch.ts'
import { refuseWrongChoices } from './read-choices.ts'

export interface RunRequest extends Preparation {
  readonly source: string | undefined
  readonly verify: boolean
  readonly skipErrors: boolean
  readonly holdMails: boolean
  readonly yes: boolean
  readonly wishes: Wishes
}

/** `roster run`: uploads, maps, verifies, asks, executes, reports. Nothing is executed that was not shown before. */
export async function runOperation(context: Context, request: RunRequest): Promise<number> {
  refuseWrongChoices(request, context.words)
  const source = await openSource(request.source, context)
  try {
    return await withClient(context, async (client) => {
      const { batch, exit } = await carryOut(context, client, { request, source })
      await finish(context, client, { batch, exit, wishes: request.wishes })
      await awaitMails(context, client, batch)
      return exit
    })
  } finally {
    await source.close()
    await request.wishes.report?.abandon()
  }
}

async function carryOut(
  context: Context,
  client: Client,
  { request, source }: { readonly request: RunRequest; readonly source: OpenSource },
): Promise<{ readonly batch: Batch; readonly exit: number }> {
  const { terminal, words } = context
  const batch = await prepareBatch(context, client, { request, source })
  showProblems(context, batch)
  const hasProblems = batch.totals.error > 0
  if (request.verify) {
    terminal.say(words.onlyVerified)
    return { batch, exit: hasProblems ? exitCodes.problems : exitCodes.fine }
  }
  if (hasProblems && !request.skipErrors) {
    sayHowToGoOn(context, batch)
    return { batch, exit: exitCodes.problems }
  }
  const confirmed = await confirm(context, batch, request.yes)
  if (confirmed === null) return { batch, exit: exitCodes.unconfirmed }

  const execution = {
    digest: batch.digest ?? '',
    skipErrors: request.skipErrors,
    confirm: confirmed,
    holdMails: request.holdMails,
  }
  const ended = await followBatch(context, client, () => client.execute(batch.batch, execution))
  return { batch: ended, exit: summarise(context, ended, batch) }
}

function sayHowToGoOn({ terminal, words }: Context, { groups, totals }: Batch): void {
  terminal.say(words.stoppedByProblems)
  if (groups.some(({ suggestion }) => suggestion !== undefined)) {
    terminal.say(words.suggestionsWait)
  }
  if (totals.ready > 0) terminal.say(words.skipWaits(totals.ready))
}
