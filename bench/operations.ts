import { measureBatch, type BatchFigures } from './batches/measure-batch.ts'
import { workloads } from './batches/workload.ts'
import { processorSeconds, type Measured } from './measure.ts'
import { endOnInterrupt } from './ending.ts'
import { openUsualServer } from './servers/open-usual-server.ts'

/**
 * `node bench/operations.ts [ROWS] [OPERATION…]`: each operation by itself, stage by stage, against its floor, in seconds
 * and in processor seconds, which say more on a machine that has other work.
 */
const [, , rows = '100000', ...chosen] = process.argv
const operations = chosen.length > 0 ? chosen : workloads.map(({ operation }) => operation)

endOnInterrupt()
await using server = await openUsualServer()
console.log(`${Number(rows).toLocaleString('en')} rows each, ${server.name}`)
for (const operation of operations) {
  console.log(told(await measureBatch(server, operation, Number(rows))))
}

function told({ operation, rows: count, draft, verify, execute, floor }: BatchFigures): string {
  const lines = Object.entries({ draft, verify, execute, floor }).map(([stage, measured]) =>
    [
      `  ${stage.padEnd(8)}`,
      `${measured.seconds.toFixed(2).padStart(6)} s (${times(measured.seconds, floor.seconds)})`,
      `  processor ${processor(measured)} (${times(processorSeconds(measured), processorSeconds(floor))})`,
      `  ${Math.round(count / measured.seconds).toLocaleString('en')} rows/s`,
      `  ${measured.peakMegabytes.toFixed(0)} MB`,
    ].join(''),
  )
  return [operation, ...lines].join('\n')
}

function processor(measured: Measured): string {
  const { node, postgres } = measured
  if (postgres === null) return `${node.toFixed(2)} s in Node`
  const both = `${node.toFixed(2)} in Node, ${postgres.toFixed(2)} in PostgreSQL`
  return `${processorSeconds(measured).toFixed(2)} s: ${both}`
}

function times(these: number, those: number): string {
  return `${(these / those).toFixed(2)} ×`
}
