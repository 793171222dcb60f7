import { afterAll, assert, beforeAll, expect, test } from 'vitest'
import { playRound } from './play-round.ts'
import { prepareGround, type Ground } from './prepare-ground.ts'
import { scenarios } from './scenarios/index.ts'

let ground: Ground
beforeAll(async () => {
  ground = await prepareGround('own')
})
afterAll(() => ground[Symbol.asyncDispose]())

test('whatever is killed, cut and edited meanwhile, the directory, the mails and the account of it are as a model says', async () => {
  const scenario = scenarios.find(({ name }) => name === 'everything')
  assert(scenario !== undefined)
  const round = { seed: 'short', scenario, lasts: 4_000, companies: 2 }
  const { wrong, journal } = await playRound(ground, round)
  expect({ wrong, events: wrong.length === 0 ? [] : journal.events }).toEqual({
    wrong: [],
    events: [],
  })
}, 180_000)
