import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import type { Services } from '../route.ts'
import { measureAnswers, type MeasureAnswer } from './measure-answers.ts'
import { measureConnections } from './measure-connections.ts'
import { measureServer } from './measure-server.ts'
import { measureWork } from './measure-work.ts'

/** What is measured of a server. No label ever holds an id, a name or an address: labels are few and known. */
export interface Metrics {
  /** To be told of every answer. */
  readonly answered: MeasureAnswer
  /** All of it as Prometheus reads it, and the media type of that. */
  read(): Promise<string>
  readonly type: string
}

/** Begins to measure: the process, its answers and connections, and the work of the whole installation. */
export function createMetrics({
  db,
  pool,
  version,
  role = 'all',
  engine,
}: Pick<Services, 'db' | 'pool' | 'version' | 'role' | 'engine'>): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const versions = new Gauge({
    name: 'roster_version_info',
    help: 'Which version runs: always 1.',
    labelNames: ['version'],
    registers: [registry],
  })
  versions.set({ version }, 1)
  measureServer(registry, { role, engine })
  measureConnections(registry, pool)
  measureWork(registry, db)
  return {
    answered: measureAnswers(registry),
    read: () => registry.metrics(),
    type: registry.contentType,
  }
}
