import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { writeFinding } from './corpus.ts'
import { openDesk } from './desk.ts'
import type { News, Task } from './fuzz-thread.ts'
import { patience } from './target.ts'
import { targets } from './targets/index.ts'

/**
 * `npm run fuzz [-- SECONDS [TARGET]]`: makes inputs, keeps those that lead the code new ways, and writes those
 * that were answered wrongly, or not within five seconds, to `tests/fuzz/findings/`, where a test tries them again.
 */
const seconds = Number(process.argv[2] ?? 60)
const only = process.argv[3]
if (!(seconds > 0) || (only !== undefined && targets.every(({ name }) => name !== only))) {
  console.error(`npm run fuzz [-- SECONDS [${targets.map(({ name }) => name).join(' | ')}]]`)
  process.exit(2)
}

const end = AbortSignal.timeout(seconds * 1_000)
const found = new Set<string>()
let tried = 0
let last = ''
while (!end.aborted) await watch()
console.log(`${tried.toLocaleString('en')} inputs, ${last}; findings: ${found.size}`)
process.exit(found.size === 0 ? 0 : 1)

/** Runs a thread until the time is over, or until it hangs or dies of an input; that one is a finding. */
async function watch(): Promise<void> {
  const desk = openDesk()
  const workerData: Task = { memory: desk.memory, seed: Date.now(), only }
  const worker = new Worker(new URL('fuzz-thread.ts', import.meta.url), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  })
  const ended = new AbortController()
  const before = tried
  worker.on('message', (news: News) => {
    if (news.kind === 'finding') void report(news)
    else {
      tried = before + news.tried
      last = `${news.ways.toLocaleString('en')} ways, ${news.kept.toLocaleString('en')} inputs kept`
    }
  })
  worker.once('error', (error) => {
    ended.abort()
    void report({ ...desk.taken(), error: String(error) })
  })
  let count = -1
  const watching = setInterval(() => {
    const now = desk.count()
    if (now === count && now > 0) {
      void report({ ...desk.taken(), error: `It took longer than ${patience} ms.` })
      ended.abort()
    }
    count = now
  }, patience)
  const telling = setInterval(
    () => console.log(`${tried.toLocaleString('en')} inputs, ${last}`),
    10_000,
  )
  await once(AbortSignal.any([end, ended.signal]), 'abort')
  clearInterval(watching)
  clearInterval(telling)
  await worker.terminate()
}

interface Found {
  readonly target: number
  readonly input: Uint8Array
  readonly error: string
}

// One finding for each place in the code: chance finds the same again and again.
async function report({ target, input, error }: Found): Promise<void> {
  const { name } = targets[target] ?? { name: 'unknown' }
  const key = `${name} ${error.split('\n').slice(0, 2).join(' ')}`
  if (found.has(key)) return
  found.add(key)
  const file = await writeFinding(name, input)
  console.error(`${name}: ${error}\n  ${fileURLToPath(file)}`)
}
