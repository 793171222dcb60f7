import { setTimeout as delay } from 'node:timers/promises'
import { seedCompany } from '../batches/seed-company.ts'
import { csvOf, workloadOf } from '../batches/workload.ts'
import { draftIn } from '../batches/draft-in.ts'
import { quantile } from '../measure.ts'
import { keyOf } from '../servers/key-of.ts'
import { startRoster } from '../servers/start-roster.ts'
import type { SpeedPromise } from './promise.ts'

/** Whoever works in the console hardly notices that a large batch is executed. */
export const answers: SpeedPromise = {
  name: 'answers',
  summary: 'answer times of other requests to a server while it executes 1,000,000 rows',
  isLarge: true,
  async measure({ external, usual, rows, say }) {
    const size = { rows: rows ?? 1_000_000, rooms: 100 }
    const [workload, few] = [workloadOf('invite-and-assign-users'), { rows: 1_000, rooms: 100 }]
    await using database = await ((await external()) ?? (await usual())).database()
    const { pool } = database
    const actor = await seedCompany(pool, workload, size)
    const other = await seedCompany(pool, workload, few)
    // Nothing is to leave: it would become a million files.
    await pool.query('update companies set holds_mails = true')
    const [key, otherKey] = [await keyOf(pool, actor), await keyOf(pool, other)]
    const batch = await draftIn(pool, actor, { workload, bytes: csvOf(workload, size) })
    const small = await draftIn(pool, other, { workload, bytes: csvOf(workload, few) })
    await using server = await startRoster(database.url)
    const { digest } = await server.ask(key, `/batches/${batch}/verification`, { method: 'POST' })
    await server.ask(key, `/batches/${batch}/execution`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ digest }),
    })

    const readings = [
      '/users?limit=100',
      '/users?search=person77&limit=100',
      '/rooms?limit=100',
      '/batches',
      `/batches/${batch}`,
      `/batches/${batch}/rows?limit=100`,
      '/me',
    ]
    const answered: Answered[] = []
    const watched = { isExecuting: true }
    const ask = async (turn: number, due: number): Promise<void> => {
      const isVerification = turn % 20 === 19
      const route = isVerification
        ? `/batches/${small}/verification`
        : (readings[turn % readings.length] ?? '')
      const { state } = isVerification
        ? await server.ask(otherKey, route, { method: 'POST' })
        : await server.ask(key, route)
      // It waits until a server takes it.
      if (route === `/batches/${batch}`)
        watched.isExecuting = state === 'executing' || state === 'waiting'
      const what = route.replace(batch, ':batch').replace(small, ':small')
      answered.push({ what, time: performance.now() - due })
    }
    const begin = performance.now()
    const asked: Promise<PromiseSettledResult<void>[]>[] = []
    for (let turn = 0; watched.isExecuting && turn < mostRequests; turn++) {
      // At a fixed rate, whether the one before was answered or not: a slow answer keeps no other from being counted.
      const due = begin + turn * interval
      await delay(Math.max(0, due - performance.now()))
      asked.push(Promise.allSettled([ask(turn, due)]))
    }
    const refused = (await Promise.all(asked)).flat().find(({ status }) => status === 'rejected')
    if (refused?.status === 'rejected') throw refused.reason
    const seconds = (performance.now() - begin) / 1_000
    say(`${answered.length} requests in ${seconds.toFixed(0)} s`)
    for (const line of byRoute(answered)) say(line)
    const times = answered.map(({ time }) => time)
    return [
      {
        what: `99 % of other answers while ${size.rows.toLocaleString('en')} rows execute`,
        goal: { atMost: 200 },
        value: quantile(times, 0.99),
        unit: 'ms',
        detail: `of ${times.length} half within ${quantile(times, 0.5).toFixed(0)} ms, the longest ${Math.max(...times).toFixed(0)} ms; a twentieth of them verify 1,000 rows of another company`,
      },
    ]
  },
}

interface Answered {
  /** The route. */
  readonly what: string
  /** In milliseconds, from when it was due. */
  readonly time: number
}

/** A line for each route: what it took. */
function byRoute(answered: readonly Answered[]): readonly string[] {
  return Object.entries(Object.groupBy(answered, ({ what }) => what)).map(([what, some = []]) => {
    const times = some.map(({ time }) => time)
    const [half, nearlyAll, all] = [0.5, 0.99, 1].map((part) => quantile(times, part).toFixed(0))
    return `${what}: half within ${half} ms, 99 % within ${nearlyAll}, the longest ${all}`
  })
}

const interval = 100
// Five minutes.
const mostRequests = 3_000
