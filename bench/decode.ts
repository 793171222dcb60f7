import { execFile } from 'node:child_process'
import { createReadStream } from 'node:fs'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { openTable } from '../src/ingest/open-table.ts'
import { usualSourceLimits } from '../src/domain/source-limits.ts'

/** How fast a CSV file of five columns becomes rows, and what that takes. */
export interface DecodeFigures {
  readonly rows: number
  readonly seconds: number
  readonly rowsPerSecond: number
  readonly megabytesPerSecond: number
  /** The most that the whole process ever had in memory, in MB (10^6 bytes). */
  readonly peakMegabytes: number
}

/**
 * Measures decoding at each number of rows and prints the figures. Each is read by a process of its own, so that
 * its peak memory is that of nothing else. Promise: a million rows in under 300 MB.
 */
export async function measureDecode(
  sizes: readonly number[] = [100_000, 1_000_000],
): Promise<readonly DecodeFigures[]> {
  const folder = await mkdtemp(join(tmpdir(), 'roster-bench-'))
  const measured: DecodeFigures[] = []
  try {
    for (const rows of sizes) {
      const path = join(folder, `${rows}.csv`)
      await writeRows(path, rows)
      const figures = await inOwnProcess(path)
      measured.push(figures)
      console.log(sentence(figures))
    }
  } finally {
    await rm(folder, { recursive: true })
  }
  return measured
}

function sentence(figures: DecodeFigures): string {
  const { rows, seconds, rowsPerSecond, megabytesPerSecond, peakMegabytes } = figures
  return (
    `decode ${rows.toLocaleString('en')} rows: ${seconds.toFixed(2)} s, ` +
    `${Math.round(rowsPerSecond).toLocaleString('en')} rows/s, ` +
    `${megabytesPerSecond.toFixed(0)} MB/s, peak memory ${peakMegabytes.toFixed(0)} MB`
  )
}

async function writeRows(path: string, rows: number): Promise<void> {
  const file = await open(path, 'w')
  try {
    await file.writeFile('email,first name,last name,rooms,role\n')
    for (let from = 0; from < rows; from += 10_000) {
      const lines = Array.from({ length: Math.min(10_000, rows - from) }, (_, at) =>
        line(from + at),
      )
      await file.writeFile(lines.join(''))
    }
  } finally {
    await file.close()
  }
}

function line(number: number): string {
  return `person${number}@example.org,Jürgen${number},Müller,"room ${number % 50},room 51",Participant\n`
}

async function inOwnProcess(path: string): Promise<DecodeFigures> {
  const script = fileURLToPath(import.meta.url)
  const { stdout } = await promisify(execFile)(process.execPath, [script, path])
  return JSON.parse(stdout)
}

async function decode(path: string): Promise<DecodeFigures> {
  const limits = { ...usualSourceLimits, bytes: 2 ** 40, rows: Number.POSITIVE_INFINITY }
  const stream = createReadStream(path)
  const start = performance.now()
  const table = await openTable({ name: path, kind: 'file', bytes: stream }, { limits })
  let rows = -1
  for await (const chunk of table.chunks) rows += chunk.length
  const seconds = (performance.now() - start) / 1000
  return {
    rows,
    seconds,
    rowsPerSecond: rows / seconds,
    megabytesPerSecond: stream.bytesRead / 1e6 / seconds,
    peakMegabytes: (process.resourceUsage().maxRSS * 1024) / 1e6,
  }
}

const [, , path] = process.argv
if (import.meta.main) {
  if (path === undefined) await measureDecode()
  else console.log(JSON.stringify(await decode(path)))
}
