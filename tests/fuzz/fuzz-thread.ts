import { parentPort, workerData } from 'node:worker_threads'
import { keepInput, keptInputs } from './corpus.ts'
import { startCoverage, type Coverage } from './coverage.ts'
import { openDesk } from './desk.ts'
import { mutate, randomFrom, type Random } from './mutate.ts'
import { mostBytes, type Target } from './target.ts'
import { targets } from './targets/index.ts'

/** What the thread is started with. */
export interface Task {
  readonly memory: SharedArrayBuffer
  readonly seed: number
  /** Only this target; all of them without it. */
  readonly only: string | undefined
}

/** What it tells while it works. */
export type News =
  | {
      readonly kind: 'finding'
      readonly target: number
      readonly input: Uint8Array
      readonly error: string
    }
  | {
      readonly kind: 'progress'
      readonly tried: number
      readonly ways: number
      readonly kept: number
    }

// So many inputs of a target before it is the next one’s turn.
const turns = 50
const port = parentPort
const task = workerData as Task
const desk = openDesk(task.memory)
await work(
  randomFrom(task.seed),
  startCoverage((url) => url.includes('/src/')),
)

/** Tries inputs until it is ended: those that lead the code new ways are kept, and more are made of them. */
async function work(random: Random, coverage: Coverage): Promise<never> {
  const all = targets.filter(({ name }) => task.only === undefined || name === task.only)
  const inputs = new Map<Target, Uint8Array[]>()
  let tried = 0
  for (const target of all) inputs.set(target, await begin(target, coverage))
  for (;;) {
    for (const target of all) {
      const known = inputs.get(target) ?? []
      for (let turn = 0; turn < turns; turn++) {
        const input = mutate(pick(known, random), known, random)
        const isNew = (await attempt(target, input)) && coverage.news() > 0
        if (isNew) known.push(await keepInput(target.name, input))
        tried++
      }
    }
    const kept = inputs.values().reduce((sum, { length }) => sum + length, 0)
    tell({ kind: 'progress', tried, ways: coverage.size, kept })
  }
}

/** Seeds, and what earlier runs kept, as far as they show different ways. */
async function begin(target: Target, coverage: Coverage): Promise<Uint8Array[]> {
  const seeds = (await target.seeds()).filter(({ length }) => length <= mostBytes)
  const useful: Uint8Array[] = []
  for (const input of [...seeds, ...(await keptInputs(target.name))]) {
    if ((await attempt(target, input)) && coverage.news() > 0) useful.push(input)
  }
  return useful.length > 0 ? useful : [Buffer.from('a')]
}

// Every second time one of the newest: what has just been found leads on.
function pick(known: readonly Uint8Array[], random: Random): Uint8Array {
  const at =
    random(2) === 0 ? random(known.length) : known.length - 1 - random(Math.min(16, known.length))
  return known[at] ?? Buffer.alloc(0)
}

async function attempt(target: Target, input: Uint8Array): Promise<boolean> {
  const number = targets.indexOf(target)
  desk.lay(number, input)
  try {
    await target.run(input)
    return true
  } catch (error) {
    const said = error instanceof Error ? (error.stack ?? error.message) : String(error)
    tell({ kind: 'finding', target: number, input, error: said })
    return false
  }
}

function tell(news: News): void {
  port?.postMessage(news)
}
