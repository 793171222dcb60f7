import { hostname } from 'node:os'
import { Gauge, type Registry } from 'prom-client'
import type { Services } from '../route.ts'

/** Which of several servers on one database this is, and what it does for all of them. */
export function measureServer(
  registry: Registry,
  { role, engine }: Required<Pick<Services, 'role' | 'engine'>>,
): void {
  const servers = new Gauge({
    name: 'roster_server_info',
    help: 'Which server this is: always 1.',
    labelNames: ['host', 'pid', 'role'],
    registers: [registry],
  })
  servers.set({ host: hostname(), pid: process.pid, role }, 1)
  registry.registerMetric(
    new Gauge({
      name: 'roster_batches_executed_here',
      help: 'Batches that this server executes just now.',
      registers: [],
      collect() {
        this.set(engine.executing())
      },
    }),
  )
}
