import { setTimeout as delay } from 'node:timers/promises'
import type { Stage } from '../stage/open-stage.ts'

/** What is left over although everything is done: jobs, once the servers have had time; then, without them, locks and transactions. */
export async function findJobsLeft(stage: Stage): Promise<readonly string[]> {
  return await untilNone(
    stage,
    40,
    `
    select format('A job of %s is %s.', name, state) as what from pgboss.job
    where name = 'execute-company' and state in ('created', 'retry', 'active')
    union all
    select format('A batch is %s.', state) from batches where state in ('waiting', 'executing')`,
  )
}

/** To be asked once no server runs any more. */
export async function findLocksLeft(stage: Stage): Promise<readonly string[]> {
  return await untilNone(
    stage,
    10,
    `
    select format('A lock of %s is left.', pid) as what from pg_locks where locktype = 'advisory'
    union all
    select format('A connection of %s is left: %s.', application_name, state)
    from pg_stat_activity where application_name like 'roster%'
    union all
    select 'A prepared transaction is left.' from pg_prepared_xacts`,
  )
}

async function untilNone(stage: Stage, seconds: number, question: string) {
  for (let second = 0; ; second += 0.5) {
    const left = await stage.query<{ what: string }>(question)
    if (left.length === 0 || second >= seconds) return left.map(({ what }) => what)
    await delay(500)
  }
}
