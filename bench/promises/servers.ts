import { measureWorkers } from '../batches/measure-workers.ts'
import type { Reading, SpeedPromise } from './promise.ts'

/** A company that outgrows one server adds another, until the database is the bound. */
export const servers: SpeedPromise = {
  name: 'servers',
  summary: 'one, two and four servers on one database, with batches of eight companies',
  async measure({ external, usual, rows, say }) {
    const server = (await external()) ?? (await usual())
    const each = Math.ceil((rows ?? 80_000) / companies)
    const readings: Reading[] = []
    let alone = Number.NaN
    for (const count of [1, 2, 4]) {
      const measured = await measureWorkers(server, { servers: count, companies, rows: each })
      const perSecond = (each * companies) / measured.seconds
      if (count === 1) alone = perSecond
      const database = measured.postgres === null ? '' : busy(measured.postgres / measured.seconds)
      const detail = `${Math.round(perSecond).toLocaleString('en')} rows/s${database}`
      say(`${count}: ${detail}`)
      if (count > 1) {
        const what = `${count} servers against one, ${companies} companies`
        readings.push({ what, goal: null, value: perSecond / alone, unit: '×', detail })
      } else {
        const what = `one server, ${companies} companies`
        readings.push({ what, goal: null, value: perSecond, unit: 'rows/s', detail })
      }
    }
    return readings
  },
}

const companies = 8

function busy(processors: number): string {
  return `; the database keeps ${processors.toFixed(1)} processors busy`
}
