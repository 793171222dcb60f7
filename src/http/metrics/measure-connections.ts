import { Gauge, type Registry } from 'prom-client'
import type { Services } from '../route.ts'

/** The connections of this process to the database, and who waits for one. */
export function measureConnections(registry: Registry, pool: Services['pool']): void {
  const connections = new Gauge({
    name: 'roster_database_connections',
    help: 'Connections to the database: busy, idle, and requests that wait for one.',
    labelNames: ['state'],
    registers: [],
    collect() {
      this.set({ state: 'busy' }, pool.totalCount - pool.idleCount)
      this.set({ state: 'idle' }, pool.idleCount)
      this.set({ state: 'waiting' }, pool.waitingCount)
    },
  })
  registry.registerMetric(connections)
}
