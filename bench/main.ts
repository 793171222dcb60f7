import { cpus, totalmem } from 'node:os'
import { measureDecode } from './decode.ts'
import { measureBatch, type BatchFigures } from './execute.ts'
import { median } from './measure.ts'
import { openBenchServer } from './server.ts'
import { measureWorkbook } from './workbook.ts'

/** `npm run bench [-- ROUNDS]`: every promise, each as a ratio against the floor of the same round. */
const rounds = Number(process.argv[2] ?? 3)
const sizes = [10_000, 100_000]

console.log(
  `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`,
)
await measureDecode()
await measureWorkbook()
await using server = await openBenchServer()
console.log(server.name)
await measureBatch(server, 1_000)
const figures: BatchFigures[] = []
for (let round = 1; round <= rounds; round++) {
  for (const rows of sizes) {
    const measured = await measureBatch(server, rows)
    figures.push(measured)
    console.log(line(measured))
  }
}
for (const rows of sizes) console.log(summary(rows))
console.log(
  `execute, rows/s at 100,000 against 10,000: ${ratio(
    figuresOf(100_000).map((figure) => 100_000 / figure.execute.seconds),
    figuresOf(10_000).map((figure) => 10_000 / figure.execute.seconds),
  )}`,
)

console.log(
  `decoding 100,000 rows of CSV, against the whole batch: ${ratio(
    figuresOf(100_000).map(({ decode }) => decode.seconds),
    figuresOf(100_000).map(
      ({ draft, verify, execute }) => draft.seconds + verify.seconds + execute.seconds,
    ),
  )}`,
)

function figuresOf(rows: number): readonly BatchFigures[] {
  return figures.filter((figure) => figure.rows === rows)
}

function line({ rows, decode, draft, verify, execute, floor }: BatchFigures): string {
  const stages = Object.entries({ decode, draft, verify, execute, floor }).map(
    ([name, { seconds, peakMegabytes }]) =>
      `${name} ${seconds.toFixed(2)} s (${Math.round(rows / seconds).toLocaleString('en')}/s, ${peakMegabytes.toFixed(0)} MB)`,
  )
  return `${rows.toLocaleString('en')} rows: ${stages.join(', ')}`
}

function summary(rows: number): string {
  const floors = figuresOf(rows).map(({ floor }) => floor.seconds)
  const against = (stage: 'draft' | 'verify' | 'execute') =>
    ratio(
      figuresOf(rows).map((figure) => figure[stage].seconds),
      floors,
    )
  return `${rows.toLocaleString('en')} rows, time against the floor, median of ${rounds}: execute ${against('execute')}, verify ${against('verify')}, draft ${against('draft')}`
}

function ratio(these: readonly number[], those: readonly number[]): string {
  return median(these.map((one, index) => one / (those[index] ?? Number.NaN))).toFixed(2)
}
