import { operations } from '../../../src/operations/index.ts'
import { matchColumns } from '../../../src/mapping/match-columns.ts'
import { readRow } from '../../../src/mapping/read-row.ts'
import { splitRecords } from '../../../src/ingest/text/split-records.ts'
import { SourceError } from '../../../src/domain/table.ts'
import { textSeeds } from '../seeds.ts'
import type { Target } from '../target.ts'

/** Any table as the source of each operation: columns are found, or not, and every row can be read. */
export const header: Target = {
  name: 'header',
  seeds: textSeeds,
  run(input) {
    const sample = records(Buffer.from(input).toString())
    for (const { fields } of operations) {
      const mapping = matchColumns({ fields, sample, choice: {}, knownRooms })
      for (const index of Object.values(mapping.fields)) {
        if (mapping.columns[index] === undefined)
          throw new Error('A field has a column that is none.')
      }
      for (const { cells } of sample) readRow(fields, mapping, cells)
    }
    return Promise.resolve()
  },
}

const knownRooms = new Set(['room 1', 'room 2', 'room 3'])

function records(text: string) {
  const splitter = splitRecords(/[,;\t|]/u.exec(text)?.[0] ?? ',')
  try {
    return [...splitter.push(text), ...splitter.end()].slice(0, 200)
  } catch (error) {
    if (error instanceof SourceError) return []
    throw error
  }
}
