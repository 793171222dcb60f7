import { parseArgs } from 'node:util'
import { counted } from './journal.ts'
import { playRound, type RoundEnd } from './play-round.ts'
import { prepareGround } from './prepare-ground.ts'
import { scenarios } from './scenarios/index.ts'
import type { Scenario } from './scenarios/scenario.ts'
import { descendantsOf, signalAll } from './stage/processes.ts'
import { canMount } from './stage/small-disk.ts'

const usage = `npm run chaos [-- --rounds N --seed S --scenario NAME --side-by-side N --seconds N]

Plays rounds with real servers and a real PostgreSQL, in which everything is killed, cut, stopped and filled, and
compares what came of it with a model. The same seed plays the same round.

  --rounds N        how many; as many as there are scenarios unless given
  --seed S          the first seed, a number; 1 unless given
  --scenario NAME   one of: ${scenarios.map(({ name }) => name).join(', ')}; all in turn unless given
  --side-by-side N  rounds at the same time; 1 unless given
  --seconds N       how long each is disturbed; 5 unless given`

const { values } = parseArgs({
  options: {
    rounds: { type: 'string' },
    seed: { type: 'string', default: '1' },
    scenario: { type: 'string' },
    'side-by-side': { type: 'string', default: '1' },
    seconds: { type: 'string', default: '5' },
    help: { type: 'boolean' },
  },
})
const chosen = scenarios.filter(
  ({ name }) => values.scenario === undefined || name === values.scenario,
)
if (values.help === true || chosen.length === 0) {
  console.log(usage)
  process.exit(values.help === true ? 0 : 2)
}

// Nothing that a round started outlives it.
process.once('exit', () => signalAll(descendantsOf(process.pid), 'SIGKILL'))
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    summarise()
    process.exit(1)
  })
}

const first = Number(values.seed)
const rounds = Number(values.rounds ?? chosen.length)
await using ground = await prepareGround('every')
for (const what of ground.leftOut) console.log(`Left out: ${what}`)
const ends: RoundEnd[] = []
const seeds = Array.from({ length: rounds }, (_, n) => first + n).values()
await Promise.all(Array.from({ length: Number(values['side-by-side']) }, playSome))
summarise()

async function playSome(): Promise<void> {
  for (const seed of seeds) {
    const scenario = chosen[(seed - 1) % chosen.length] as Scenario
    if (scenario.onSmallDisk === true && !canMount) {
      console.log(`${seed} ${scenario.name}: left out, for only root can mount a small disk.`)
      continue
    }
    const lasts = Number(values.seconds) * 1_000
    const round = { seed: `${seed}`, scenario, lasts, companies: 2, rows: { least: 40, most: 160 } }
    const end = await playRound(ground, round)
    ends.push(end)
    tell(end)
  }
}

function tell({
  seed,
  scenario,
  wrong,
  journal,
  folder,
  milliseconds,
  longestStandstill,
}: RoundEnd) {
  const { batches, rows, mails } = journal.counts
  const seconds = (milliseconds / 1_000).toFixed(1)
  const standstill = (longestStandstill / 1_000).toFixed(1)
  console.log(
    `${seed} ${scenario}: ${wrong.length === 0 ? 'well' : 'WRONG'} after ${seconds} s, ${batches} batches, ${rows} rows, ${mails} mails, longest standstill ${standstill} s`,
  )
  if (wrong.length === 0) return
  for (const event of journal.events) console.log(event)
  for (const one of wrong) console.log(`  ${one}`)
  console.log(`  again: npm run chaos -- --rounds 1 --seed ${seed} --scenario ${scenario}`)
  console.log(`  kept: ${folder}`)
}

function summarise(): void {
  const wrong = ends.filter((end) => end.wrong.length > 0)
  console.log(`${ends.length} rounds, ${wrong.length} wrong`)
  for (const what of counted) {
    console.log(`  ${what}: ${ends.reduce((sum, { journal }) => sum + journal.counts[what], 0)}`)
  }
  const longest = Math.max(0, ...ends.map(({ longestStandstill }) => longestStandstill))
  console.log(`  longest standstill: ${(longest / 1_000).toFixed(1)} s`)
  // What was not tried is not well.
  process.exitCode = wrong.length > 0 || ends.length === 0 ? 1 : 0
}
