import { mkdtempDisposable, writeFile } from 'node:fs/promises'
import { openAsBlob } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { seedCompany } from '../batches/seed-company.ts'
import { csvOf, workloadOf } from '../batches/workload.ts'
import { keyOf } from '../servers/key-of.ts'
import { startRoster } from '../servers/start-roster.ts'
import type { SpeedPromise } from './promise.ts'

/** A large file is soon a plan, and the server stays small. */
export const upload: SpeedPromise = {
  name: 'upload',
  summary: 'from the upload to a verified plan, 1,000,000 rows, by HTTP of a real server',
  isLarge: true,
  async measure({ external, usual, rows }) {
    const size = { rows: rows ?? 1_000_000, rooms: 100 }
    const workload = workloadOf('invite-and-assign-users')
    await using database = await ((await external()) ?? (await usual())).database()
    const actor = await seedCompany(database.pool, workload, size)
    const key = await keyOf(database.pool, actor)
    await using server = await startRoster(database.url)
    await using folder = await mkdtempDisposable(path.join(tmpdir(), 'roster-bench-'))
    const file = path.join(folder.path, 'people.csv')
    await writeFile(file, csvOf(workload, size))
    const form = new FormData()
    form.set('operation', workload.operation)
    form.set('file', await openAsBlob(file), 'people.csv')

    const start = performance.now()
    const { batch } = await server.ask(key, '/batches', { method: 'POST', body: form })
    const uploaded = performance.now()
    const { state } = await server.ask(key, `/batches/${batch}/verification`, { method: 'POST' })
    const seconds = (performance.now() - start) / 1_000
    if (state !== 'verified') throw new Error(`The batch is ${state}.`)
    const what = `${size.rows.toLocaleString('en')} rows`
    return [
      {
        what: `upload to verified plan, ${what}`,
        goal: { atMost: 60 },
        value: seconds,
        unit: 's',
        detail: `of it ${((uploaded - start) / 1_000).toFixed(1)} s until the batch was stored`,
      },
      {
        what: `memory of the server, ${what}`,
        goal: { atMost: 400 },
        value: server.peakMegabytes(),
        unit: 'MB',
      },
    ]
  },
}
