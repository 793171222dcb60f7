import { afterAll, beforeAll, expect, test } from 'vitest'
import { playRound } from './play-round.ts'
import { prepareGround, type Ground } from './prepare-ground.ts'
import { scenarios } from './scenarios/index.ts'

let ground: Ground
beforeAll(async () => {
  ground = await prepareGround()
})
afterAll(() => ground[Symbol.asyncDispose]())

test('whatever is killed, cut and edited meanwhile, the directory, the mails and the account of it are as a model says', async () => {
  await play('everything', 'a')
}, 180_000)

async function play(name: string, seed: string): Promise<void> {
  const scenario = scenarios.find((one) => one.name === name)
  if (scenario === undefined) throw new Error(`There is no scenario ${name}.`)
  const { wrong, journal } = await playRound(ground, {
    seed: `${name}-${seed}`,
    scenario,
    lasts: 4_000,
    companies: 2,
  })
  expect(wrong, journal.events.join('\n')).toEqual([])
}
