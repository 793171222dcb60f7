import { execFile } from 'node:child_process'
import { statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { textReaders, workbookReaders } from './readers.ts'

/** How fast a file becomes rows, and what that takes. */
export interface DecodeFigures {
  readonly reader: string
  readonly rows: number
  readonly seconds: number
  readonly rowsPerSecond: number
  readonly megabytesPerSecond: number
  /** The most that the whole process ever had in memory, in MB (10^6 bytes). */
  readonly peakMegabytes: number
}

/** Reads a file with one of the readers in a process of its own, so that its peak memory is that of nothing else. */
export async function readFileWith(reader: string, path: string): Promise<DecodeFigures> {
  const script = fileURLToPath(import.meta.url)
  const { stdout } = await promisify(execFile)(process.execPath, [script, reader, path])
  return JSON.parse(stdout)
}

/** The figures in a line. `ours`: beside which the time is told. */
export function sentence(figures: DecodeFigures, ours?: DecodeFigures): string {
  const { reader, rows, seconds, rowsPerSecond, megabytesPerSecond, peakMegabytes } = figures
  const ratio = ours === undefined ? '' : `, ${(seconds / ours.seconds).toFixed(2)} times our time`
  return (
    `${reader}, ${rows.toLocaleString('en')} rows: ${seconds.toFixed(2)} s, ` +
    `${Math.round(rowsPerSecond).toLocaleString('en')} rows/s, ` +
    `${megabytesPerSecond.toFixed(0)} MB/s, peak memory ${peakMegabytes.toFixed(0)} MB${ratio}`
  )
}

async function measureReader(reader: string, path: string): Promise<DecodeFigures> {
  const read = { ...textReaders, ...(path.endsWith('.xlsx') ? workbookReaders : {}) }[reader]
  if (read === undefined) throw new Error(`There is no reader “${reader}”.`)
  const start = performance.now()
  const rows = await read(path)
  const seconds = (performance.now() - start) / 1000
  return {
    reader,
    rows,
    seconds,
    rowsPerSecond: rows / seconds,
    megabytesPerSecond: statSync(path).size / 1e6 / seconds,
    peakMegabytes: (process.resourceUsage().maxRSS * 1024) / 1e6,
  }
}

const [, , reader, path] = process.argv
if (import.meta.main && reader !== undefined && path !== undefined) {
  console.log(JSON.stringify(await measureReader(reader, path)))
}
