import { addGroup } from './group.ts'
import { listing } from './list.ts'
import type { AddCommand } from './command-adder.ts'
import { addReport } from './batches-report.ts'
import { addResume } from './batches-resume.ts'
import { addShow } from './batches-show.ts'
import { addStop } from './batches-stop.ts'
import { moment } from '../show/moment.ts'

const list = listing({
  name: 'batches',
  head: ({ batch, operation, state, source, count, created }) => [
    batch,
    operation,
    state,
    source,
    count,
    created,
  ],
  cells: ({ batch, operation, state, source, createdAt }, { words, language }) => [
    batch,
    operation,
    words.batchStates[state],
    source.name,
    words.number(source.rows),
    moment(createdAt, language),
  ],
  right: [4],
})

/** `roster batches` */
export const addBatches: AddCommand = (program, perform, words) => {
  const batches = addGroup(program, perform, {
    name: 'batches',
    description: 'what was uploaded, verified and executed',
    list,
  })
  batches
    .command('list')
    .description('all batches, the newest first')
    .action((_flags, command) => perform(command, list))
  for (const add of [addShow, addStop, addResume, addReport]) add(batches, perform, words)
}
