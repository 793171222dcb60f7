import { readFile, writeFile } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import { regressions, type Baseline } from './baseline.ts'
import { endOnInterrupt, unlessInterrupted } from './ending.ts'
import { medians } from './medians.ts'
import { openRound } from './open-round.ts'
import { promises } from './promises/index.ts'
import type { Reading, SpeedPromise } from './promises/promise.ts'
import { showReadings } from './show-readings.ts'

/** `npm run bench`: every promise, each measured in one run. */
const help = `npm run bench [-- OPTIONS] [NAME…]

Measures what was promised about speed and memory: all of it but the large ones, or the promises that are named.

  --list            the promises, by name
  --large           those, too, that take minutes: a million rows
  --rows N          instead of each promise’s own number of rows
  --rounds N        the median of so many rounds (1; with --check 3)
  --check           only the ratios that do not depend on the machine’s other work; fails where one is more than 20 %
                    worse than bench/baseline.json, or than its goal where nothing stands there
  --write-baseline  keeps these ratios as bench/baseline.json
  --json            one document, for programs
  --help

ROSTER_DATABASE_URL names a PostgreSQL (15 or later) to measure instead of the embedded one.`

const { values: wishes, positionals: names } = parseArgs({
  allowPositionals: true,
  options: {
    list: { type: 'boolean', default: false },
    large: { type: 'boolean', default: false },
    rows: { type: 'string' },
    rounds: { type: 'string' },
    check: { type: 'boolean', default: false },
    'write-baseline': { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})
const baselineFile = new URL('baseline.json', import.meta.url)
// Promises that could not be measured: one that fails does not lose the others.
const failures = new Set<string>()
const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`

if (wishes.help) console.log(help)
else if (wishes.list) console.log(list())
else {
  endOnInterrupt()
  try {
    await run()
  } catch (error) {
    await unlessInterrupted()
    throw error
  }
}

async function run(): Promise<void> {
  const comparing = wishes.check || wishes['write-baseline']
  const measured = chosen().filter(({ stable }) => !comparing || stable !== undefined)
  const rounds: Reading[][] = []
  for (let round = 0; round < Number(wishes.rounds ?? (comparing ? 3 : 1)); round++) {
    rounds.push(await measureAll(measured))
  }
  const readings = medians(rounds)
  if (readings.length + failures.size === 0)
    throw new Error('Nothing was measured: “npm run bench -- --list” says what is compared.')
  console.log(wishes.json ? JSON.stringify({ machine, readings }, null, 2) : shown(readings))
  if (failures.size > 0) {
    console.error(`Not measured, or not in all rounds: ${[...failures].join(', ')}.`)
    process.exitCode = 1
  }
  if (wishes['write-baseline']) await writeBaseline(readings)
  if (wishes.check) await check(readings)
}

function chosen(): readonly SpeedPromise[] {
  for (const name of names) {
    if (!promises.some((promise) => promise.name === name))
      throw new Error(`There is no promise “${name}”; “npm run bench -- --list” names them.`)
  }
  return promises.filter(({ name, isLarge = false }) =>
    names.length > 0 ? names.includes(name) : wishes.large || !isLarge,
  )
}

async function measureAll(measured: readonly SpeedPromise[]): Promise<Reading[]> {
  await using round = openRound({ rows: wishes.rows ? Number(wishes.rows) : null, say })
  const readings: Reading[] = []
  for (const { name, summary, measure } of measured) {
    console.error(`${name}: ${summary}`)
    try {
      const these = await measure(round)
      readings.push(...these)
      // At once: whoever interrupts the rest has seen these.
      if (measured.length > 1) console.error(showReadings(these))
    } catch (error) {
      await unlessInterrupted()
      failures.add(name)
      console.error(`${name} could not be measured:`, error)
    }
  }
  return readings
}

function say(line: string): void {
  console.error(`  ${line}`)
}

function list(): string {
  return promises
    .map(({ name, summary, isLarge = false, stable }) => {
      const marks = [isLarge && 'large', stable !== undefined && `checked: ${stable}`]
      const told = marks.filter((mark) => mark !== false).map((mark) => `\n    (${mark})`)
      return `${name.padEnd(14)} ${summary}${told.join('')}`
    })
    .join('\n')
}

function shown(readings: readonly Reading[]): string {
  return `${machine}\n${showReadings(readings)}`
}

async function writeBaseline(readings: readonly Reading[]): Promise<void> {
  const before = await readBaseline()
  const now = Object.fromEntries(
    readings.map(({ what, value }) => [what, Number(value.toFixed(3))] as const),
  )
  const baseline: Baseline = {
    date: new Date().toISOString(),
    machine,
    ratios: { ...before?.ratios, ...now },
  }
  await writeFile(baselineFile, `${JSON.stringify(baseline, null, 2)}\n`)
}

async function check(readings: readonly Reading[]): Promise<void> {
  const sentences = regressions(readings, await readBaseline())
  for (const sentence of sentences) console.error(sentence)
  if (sentences.length > 0) process.exitCode = 1
}

async function readBaseline(): Promise<Baseline | null> {
  try {
    return JSON.parse(await readFile(baselineFile, 'utf8')) as Baseline
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
