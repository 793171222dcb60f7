import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { EffectName } from '../../../src/domain/effect.ts'
import { ask, askOnce, type Answer } from '../stage/ask.ts'
import type { Stage } from '../stage/open-stage.ts'
import { applyRows, type RowState } from './apply-rows.ts'
import type { Company } from './found-company.ts'
import { judgeRows, type Expected } from './judge-rows.ts'
import { asText } from './make-rows.ts'
import type { WorldRow } from './world.ts'

/** A batch that came to its end. */
export interface PlayedBatch {
  readonly id: string
  readonly operation: string
  readonly rows: number
  /** How often it was stopped by a person, or failed, and went on. */
  readonly rests: number
  readonly text: string
}

export interface BatchToPlay {
  readonly company: Company
  readonly operation: string
  readonly rows: readonly WorldRow[]
  /** Two people start it at the same moment. */
  readonly startsTwice: boolean
  /** Its failing is no fault where the disk is full. */
  readonly mayFail: boolean
  /** Acts as soon as it is started; answers whom others have touched meanwhile, and applies what they did. */
  readonly meanwhile?: (() => Promise<Meanwhile>) | undefined
}

/** What others did while a batch was executed. */
export interface Meanwhile {
  readonly isTouched: (row: WorldRow) => boolean
  readonly apply: () => void
}

/**
 * Brings, verifies and executes a batch through the API, whatever happens to the servers meanwhile, and changes the
 * world as the recorded results say.
 * @throws Difference where a row has not become what it must, or the batch does not end
 */
export async function playBatch(stage: Stage, play: BatchToPlay): Promise<PlayedBatch> {
  const { company, operation, rows } = play
  const { journal } = stage
  const text = asText(company.world, operation, rows)
  const expected = judgeRows(company.world, operation, rows)
  const { id, digest } = await verified(stage, play, text)
  const what = `${company.name} ${operation} ${id}`
  journal.note(`${what}: ${rows.length} rows verified`)
  await start(stage, play, { id, digest })
  const meanwhile = play.meanwhile?.()
  const { rests, shown } = await untilDone(stage, play, id)
  const others = await meanwhile
  const states = await resultsOf(stage, company, id)
  const compared = rows.map((row, n) => ({ row, expected: expected[n], state: states[n] }))
  const wrong = compared.filter(
    (one) => !(others?.isTouched(one.row) ?? false) && one.expected?.state !== one.state,
  )
  if (states.length !== rows.length || wrong.length > 0) {
    const some = JSON.stringify(wrong.slice(0, 5))
    throw new Difference(`${what}: ${states.length} results, ${wrong.length} unexpected: ${some}`)
  }
  compareEffects(what, others === undefined ? expected : null, shown)
  compareTotals(what, states, shown)
  const done = rows.map((row, n) => ({ ...row, state: states[n] ?? 'error' }))
  applyRows(company.world, operation, done)
  others?.apply()
  journal.note(`${what}: done`)
  journal.count('batches')
  journal.count('rows', rows.length)
  return { id, operation, rows: rows.length, rests, text }
}

/** The product did something else than it must. */
class Difference extends Error {
  override readonly name = 'Difference'
}

async function verified(stage: Stage, { company, operation, rows }: BatchToPlay, text: string) {
  const at = { key: company.key }
  const drafted = await ask(stage, {
    ...at,
    method: 'POST',
    path: '/batches',
    body: { operation, text },
    headers: { 'idempotency-key': randomUUID() },
  })
  const id = String(drafted.body['batch'])
  const answer = await ask(stage, { ...at, method: 'POST', path: `/batches/${id}/verification` })
  const totals = answer.body['totals'] as { rows: number } | undefined
  if (drafted.status !== 201 || answer.status !== 200 || totals?.rows !== rows.length) {
    throw new Difference(`${operation} was not verified: ${JSON.stringify([drafted, answer])}`)
  }
  return { id, digest: String(answer.body['digest']) }
}

async function start(
  stage: Stage,
  { company: { key }, startsTwice }: BatchToPlay,
  { id, digest }: { readonly id: string; readonly digest: string },
): Promise<void> {
  const path = `/batches/${id}/execution`
  const body = { digest, skipErrors: true }
  if (startsTwice) {
    const sameKey = stage.random.chance(0.5) ? { 'idempotency-key': randomUUID() } : undefined
    const asked = { method: 'POST', path, key, body } as const
    const webs = stage.servers.filter(({ role, state }) => role !== 'worker' && state === 'up')
    const answers = await Promise.all(
      [webs[0], webs.at(-1)].map(async (server) => {
        const headers = sameKey ?? { 'idempotency-key': randomUUID() }
        return server && (await askOnce(server, { ...asked, headers }))
      }),
    )
    const said = answers.map((answer) => answer?.status ?? 'nothing').join(' and ')
    stage.journal.count('double starts')
    stage.journal.note(`${id}: started twice, ${said}`)
  }
  for (;;) {
    const shown = await ask(stage, { method: 'GET', path: `/batches/${id}`, key })
    if (shown.body['state'] !== 'verified') return
    await ask(stage, { method: 'POST', path, key, body })
  }
}

// Far beyond a take-over, on a machine with other work.
const mostMilliseconds = 240_000

async function untilDone(stage: Stage, { company: { key }, mayFail }: BatchToPlay, id: string) {
  const end = performance.now() + mostMilliseconds
  let rests = 0
  while (performance.now() < end) {
    const shown = await ask(stage, { method: 'GET', path: `/batches/${id}`, key })
    const state = shown.body['state']
    if (state === 'done') return { rests, shown }
    if (state === 'failed' && !mayFail) {
      throw new Difference(`${id} failed: ${JSON.stringify(shown.body['cause'])}`)
    }
    if (state === 'stopped' || state === 'failed') {
      rests++
      stage.journal.note(`${id}: ${state}, and goes on`)
      await delay(stage.random.whole(0, 500))
      await ask(stage, { method: 'POST', path: `/batches/${id}/resume`, key })
    }
    await delay(150)
  }
  throw new Difference(`${id} has not come to an end.`)
}

async function resultsOf(stage: Stage, company: Company, id: string): Promise<RowState[]> {
  const results = await stage.query<{ position: number; state: RowState }>(
    `select position, state from batch_results where company_id = $1 and batch_id = $2
     order by position`,
    [company.id, id],
  )
  if (new Set(results.map(({ position }) => position)).size !== results.length) {
    throw new Difference(`${id}: a row has two results.`)
  }
  return results.map(({ state }) => state)
}

function compareEffects(what: string, expected: readonly Expected[] | null, shown: Answer): void {
  if (expected === null) return
  const counts: Partial<Record<EffectName, number>> = {}
  for (const effect of expected.flatMap(({ effects }) => effects)) {
    counts[effect] = (counts[effect] ?? 0) + 1
  }
  const told = shown.body['effects'] as readonly { effect: EffectName; count: number }[]
  for (const { effect, count } of told) {
    if (count !== (counts[effect] ?? 0))
      throw new Difference(`${what}: ${count} ${effect}, and not ${counts[effect] ?? 0}.`)
  }
  if (told.length !== Object.keys(counts).length) {
    throw new Difference(`${what}: effects ${JSON.stringify(told)}, not ${JSON.stringify(counts)}.`)
  }
}

function compareTotals(what: string, states: readonly RowState[], shown: Answer): void {
  const totals = shown.body['totals'] as Readonly<Record<string, number>>
  const count = (state: RowState) => states.filter((one) => one === state).length
  for (const state of ['done', 'unchanged', 'error', 'failed'] as const) {
    if (totals[state] !== count(state))
      throw new Difference(`${what}: ${totals[state]} ${state} in the totals, not ${count(state)}.`)
  }
}
