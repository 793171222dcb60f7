import { mkdtempDisposable, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from '@playwright/test'
import { buildConsole, isConsoleBuilt } from '../scripts/setup/build-console.js'
import { findChromium } from '../scripts/test/find-chromium.js'
import { startRoster } from '../tests/e2e/support/roster-server.ts'
import { csvOf, workloadOf } from './batches/workload.ts'
import { toBeEnded } from './ending.ts'
import { scrollGrid, watchUpload, type ScrollFigures } from './console-page.ts'

/** What a person feels who brings a large file. */
export interface ConsoleFigures {
  /** Milliseconds from the upload's end. */
  readonly firstRows: number
  readonly draft: ScrollFigures
  readonly verified: ScrollFigures
  readonly byWheel: ScrollFigures
}

/**
 * The grid in a real browser against the real server. Promises: the first rows within 1 s of the upload's end, and no
 * main-thread task above 100 ms while all rows are scrolled through.
 */
export async function measureConsole(
  rows: number,
  say: (line: string) => void,
): Promise<ConsoleFigures> {
  const root = fileURLToPath(new URL('..', import.meta.url))
  if (!isConsoleBuilt(root)) buildConsole(root)
  const roster = await startRoster('demo')
  await using cleanup = new AsyncDisposableStack()
  cleanup.use(toBeEnded(() => roster.end()))
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox', '--disable-background-networking'],
  })
  cleanup.use(toBeEnded(() => browser.close()))
  const page = await browser.newPage({
    baseURL: roster.url,
    viewport: { width: 1920, height: 1080 },
  })
  await page.context().request.post(`${roster.url}/api/v1/session`, { data: { example: true } })
  say(`${rows.toLocaleString('en')} rows, Chromium ${browser.version()}, 1920 × 1080`)
  const first = await firstRows(page, rows)
  const draft = await scrollGrid(page, { frames: 600 })
  say(`draft, ${scrolled(draft)}`)
  await verify(page)
  const verified = await scrollGrid(page, { frames: 600 })
  say(`verified, all rows, ${scrolled(verified)}`)
  const byWheel = await scrollGrid(page, { frames: 300, step: 120 })
  say(`verified, by the wheel, ${scrolled(byWheel)}`)
  return { firstRows: first, draft, verified, byWheel }
}

/** Milliseconds from the last byte that the browser sent to the first cell that shows a row. */
async function firstRows(page: Page, rows: number): Promise<number> {
  await page.addInitScript(watchUpload)
  await page.goto('/batch-operations?operation=invite-and-assign-users')
  await using folder = await mkdtempDisposable(path.join(tmpdir(), 'roster-bench-'))
  const file = path.join(folder.path, 'people.csv')
  await writeFile(file, csvOf(workloadOf('invite-and-assign-users'), { rows, rooms: 3 }))
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByRole('gridcell', { name: 'person0@example.org' }).waitFor({ timeout: 120_000 })
  const marks = await page.evaluate(() =>
    performance.getEntriesByType('mark').map(({ name, startTime }) => [name, startTime] as const),
  )
  const at = new Map(marks)
  return (at.get('first-row') ?? Number.NaN) - (at.get('uploaded') ?? Number.NaN)
}

async function verify(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Verify data' }).click()
  await page.getByRole('button', { name: 'Execute operation' }).waitFor({ timeout: 300_000 })
  await page.waitForLoadState('networkidle')
}

function scrolled({ longestTask, longestFrame, framesPerSecond, settled }: ScrollFigures): string {
  return [
    `longest task ${longestTask.toFixed(0)} ms`,
    `longest frame ${longestFrame.toFixed(0)} ms`,
    `${framesPerSecond.toFixed(0)} frames/s`,
    `rows ${seconds(settled)} after it came to rest`,
  ].join(', ')
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1_000).toFixed(2)} s`
}
