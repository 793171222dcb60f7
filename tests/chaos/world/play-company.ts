import type { Random } from '../random.ts'
import type { Stage } from '../stage/open-stage.ts'
import { editMeanwhile } from './edits.ts'
import type { Company } from './found-company.ts'
import { makeRows, operationNames } from './make-rows.ts'
import { playBatch, type PlayedBatch } from './play-batch.ts'

/** How a company is to be played. */
export interface Play {
  readonly random: Random
  readonly rows: { readonly least: number; readonly most: number }
  readonly startsTwice: boolean
  readonly isEdited: boolean
  readonly mayFail: boolean
  /** More batches follow as long as it lasts, once each operation had its turn. */
  readonly goesOn: () => boolean
}

/** Executes a batch of each operation, and more, one after the other. */
export async function playCompany(
  stage: Stage,
  company: Company,
  play: Play,
): Promise<readonly PlayedBatch[]> {
  const { random, startsTwice, mayFail } = play
  const played: PlayedBatch[] = []
  const turns = ['invite-and-assign-users', ...random.shuffled(others)]
  for (let turn = 0; turn < turns.length || play.goesOn(); turn++) {
    const operation = turns[turn] ?? random.pick(operationNames)
    const { least, most } = play.rows
    const rows = makeRows(random, {
      world: company.world,
      operation,
      count: random.whole(least, most),
      mark: `${company.name}-${turn}`,
      keep: company.adminEmail,
    })
    const edits = random.apart(`edits ${turn}`)
    const meanwhile = play.isEdited
      ? () => editMeanwhile(stage, company, { random: edits, rows })
      : undefined
    played.push(
      await playBatch(stage, { company, operation, rows, startsTwice, mayFail, meanwhile }),
    )
  }
  return played
}

// The others find something to do once it had its turn.
const others = operationNames.filter((name) => name !== 'invite-and-assign-users')
