import { rm } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { compareAccount } from './check/compare-account.ts'
import { compareDirectory } from './check/compare-directory.ts'
import { compareMails } from './check/compare-mails.ts'
import { findJobsLeft, findLocksLeft } from './check/find-leftovers.ts'
import { settleMails } from './check/settle-mails.ts'
import { openJournal, type Journal } from './journal.ts'
import { randomFrom } from './random.ts'
import type { Scenario } from './scenarios/scenario.ts'
import type { Ground } from './prepare-ground.ts'
import { openStage, type Stage } from './stage/open-stage.ts'
import { watchProgress } from './watch-progress.ts'
import { foundCompany, type Company } from './world/found-company.ts'
import { playCompany } from './world/play-company.ts'
import type { PlayedBatch } from './world/play-batch.ts'

export interface Round {
  readonly seed: string
  readonly scenario: Scenario
  /** Milliseconds of disturbance; what is under way then comes to its end undisturbed. */
  readonly lasts: number
  /** Companies that are at work at the same time. */
  readonly companies: number
  /** How many a batch has. */
  readonly rows: { readonly least: number; readonly most: number }
}

/** How a round ended. */
export interface RoundEnd {
  readonly seed: string
  readonly scenario: string
  /** What is not as it must be; empty where all is well. */
  readonly wrong: readonly string[]
  readonly journal: Journal
  /** Kept where something is wrong. */
  readonly folder: string
  readonly milliseconds: number
  /** The longest that a batch stood still after the last disturbance, in milliseconds. */
  readonly longestStandstill: number
}

/** Plays a round in a folder of its own, and compares all that came of it with the model. */
export async function playRound(ground: Ground, round: Round): Promise<RoundEnd> {
  const { seed, scenario } = round
  const journal = openJournal()
  const random = randomFrom(seed)
  const folder = await ground.folderFor(seed)
  const wrong: string[] = []
  let longestStandstill = 0
  try {
    const [program, template] = random.pick(ground.clusters)
    await using stage = await openStage({
      folder,
      template,
      program,
      journal,
      random: random.apart('stage'),
      // Now and then as for everybody, so that a kill meets a long transaction.
      chunkSize: random.chance(0.1) ? null : random.whole(5, 40),
      onSmallDisk: scenario.onSmallDisk ?? false,
      databaseEnv: scenario.wrongDatabaseClock === true ? ground.wrongClockEnv(folder) : {},
    })
    await using progress = watchProgress(stage)
    const names = Array.from({ length: round.companies }, (_, n) => `company-${n + 1}`)
    const companies = await Promise.all(names.map((name) => foundCompany(stage, name)))
    const played = await playAll(stage, companies, round)
    longestStandstill = progress.longest()
    wrong.push(...(await compareAll(stage, companies, played)))
  } catch (error) {
    wrong.push(error instanceof Error ? (error.stack ?? error.message) : String(error))
  }
  if (wrong.length === 0) await rm(folder, { recursive: true, force: true })
  const milliseconds = journal.now()
  return { seed, scenario: scenario.name, wrong, journal, folder, milliseconds, longestStandstill }
}

async function playAll(
  stage: Stage,
  companies: readonly Company[],
  { seed, scenario, lasts, rows }: Round,
): Promise<readonly (readonly PlayedBatch[])[]> {
  const random = randomFrom(`${seed} play`)
  const end = stage.journal.now() + lasts
  const done = new AbortController()
  const goesOn = () => stage.journal.now() < end && !done.signal.aborted
  const disturbing = disturb(stage, companies, { scenario, seed, goesOn })
  const playing = companies.map((company) =>
    playCompany(stage, company, {
      random: random.apart(company.name),
      rows,
      startsTwice: scenario.startsTwice ?? false,
      isEdited: scenario.isEdited ?? false,
      mayFail: scenario.onSmallDisk ?? false,
      goesOn,
    }).catch((error: unknown) => {
      done.abort()
      throw error
    }),
  )
  const ends = await Promise.allSettled([disturbing, ...playing])
  const failed = ends.find((one) => one.status === 'rejected')
  if (failed !== undefined) throw failed.reason
  return await Promise.all(playing)
}

async function disturb(
  stage: Stage,
  companies: readonly Company[],
  { scenario, seed, goesOn }: { scenario: Scenario; seed: string; goesOn: () => boolean },
): Promise<void> {
  const random = randomFrom(`${seed} disturbance`)
  const [least, most] = scenario.pause ?? [0, 0]
  if (scenario.disturb === undefined) return
  await delay(random.whole(least, most))
  while (goesOn()) {
    stage.disturbedAt = Infinity
    await scenario.disturb({ stage, random, companies })
    stage.disturbedAt = stage.journal.now()
    await delay(random.whole(least, most))
  }
  await stage.setClocks(0, true)
  // A process of the database that was killed takes the others with it, and they come back by themselves.
  await stage.database.start()
  stage.journal.note('nobody disturbs any more')
}

async function compareAll(
  stage: Stage,
  companies: readonly Company[],
  played: readonly (readonly PlayedBatch[])[],
): Promise<readonly string[]> {
  const wrong: string[] = []
  const [first] = companies
  wrong.push(...(await findJobsLeft(stage)))
  for (const [n, company] of companies.entries()) {
    wrong.push(...(await compareAccount(stage, company, played[n] ?? [])))
  }
  if (first !== undefined) wrong.push(...(await settleMails(stage, first)))
  const codes = await Promise.all(stage.servers.map((server) => server.end()))
  if (codes.some((code) => code !== 0)) wrong.push(`The servers ended with ${codes.join(', ')}.`)
  wrong.push(...(await findLocksLeft(stage)))
  for (const company of companies) wrong.push(...(await compareDirectory(stage, company)))
  wrong.push(...(await compareMails(stage, companies)))
  return wrong
}
