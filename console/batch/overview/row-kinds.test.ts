import { expect, test } from 'vitest'
import { noTotals } from '../../../src/domain/batch.ts'
import { rowKinds } from './row-kinds.ts'

test('rows of a batch that waits or executes are open, before anybody knows when it began', () => {
  const counted = { totals: { ...noTotals, rows: 3, ready: 3 }, leftOut: 0, startedAt: null }
  const names = (['verified', 'waiting', 'executing'] as const).map((state) =>
    rowKinds({ ...counted, state }).map(({ name }) => name),
  )
  expect(names).toEqual([['ready'], ['open'], ['open']])
})
