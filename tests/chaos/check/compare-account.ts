import { parse } from 'csv-parse/sync'
import { ask } from '../stage/ask.ts'
import type { Stage } from '../stage/open-stage.ts'
import type { Company } from '../world/found-company.ts'
import type { PlayedBatch } from '../world/play-batch.ts'

/** Where the account of what happened is wrong: reports and the audit log. */
export async function compareAccount(
  stage: Stage,
  company: Company,
  played: readonly PlayedBatch[],
): Promise<readonly string[]> {
  const wrong: string[] = []
  for (const batch of played) {
    wrong.push(...(await compareEnds(stage, company, batch)))
    wrong.push(...(await compareReport(stage, company, batch)))
  }
  return wrong
}

// A stop that reaches a batch before its turn is no end of an execution: at most as many as there were rests.
async function compareEnds(stage: Stage, { id }: Company, batch: PlayedBatch) {
  const ends = await stage.query<{ state: string; done: number }>(
    `select details ->> 'state' as state, (details -> 'totals' ->> 'done')::int as done
     from audit_log where company_id = $1 and act = 'batch-ended' and subject_id = $2`,
    [id, batch.id],
  )
  const done = ends.filter(({ state }) => state === 'done').length
  const others = ends.length - done
  return done === 1 && others <= batch.rests
    ? []
    : [
        `${batch.operation} ${batch.id} ended ${done} times, and rested ${others} times in the log, ${batch.rests} times in truth.`,
      ]
}

async function compareReport(stage: Stage, { id, key }: Company, batch: PlayedBatch) {
  const server = stage.servers.find(({ role, state }) => role !== 'worker' && state === 'up')
  const path = `/api/v1/batches/${batch.id}/report`
  const headers = { authorization: `Bearer ${key}`, 'accept-language': 'en' }
  const answer = await fetch(`${server?.url}${path}`, { headers })
  const rows: readonly Record<string, string>[] = parse(await answer.text(), {
    columns: true,
    bom: true,
  })
  const results = await stage.query<{ state: string }>(
    'select state from batch_results where company_id = $1 and batch_id = $2 order by position',
    [id, batch.id],
  )
  const isSame =
    rows.length === results.length && results.every(({ state }, n) => rows[n]?.['state'] === state)
  const shown = await ask(stage, { method: 'GET', path: `/batches/${batch.id}`, key })
  return [
    ...(isSame ? [] : [`The report of ${batch.operation} ${batch.id} says something else.`]),
    ...(shown.body['state'] === 'done' ? [] : [`${batch.id} is not done any more.`]),
  ]
}
