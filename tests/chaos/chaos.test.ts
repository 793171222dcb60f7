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
  const rows = { least: 20, most: 60 }
  const round = { seed: 'short 313', scenario, lasts: 8_000, companies: 2, rows }
  const { wrong, journal } = await playRound(ground, round)
  expect({ wrong, events: wrong.length === 0 ? [] : journal.events }).toEqual({
    wrong: [],
    events: [],
  })
  // Beyond the patience of the round itself, which tells what has happened.
}, 600_000)
