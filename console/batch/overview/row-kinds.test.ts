import { expect, test } from 'vitest'
import type { Totals } from '../../../src/domain/batch.ts'
import { rowKinds } from './row-kinds.ts'

const totals: Totals = { rows: 10, ready: 4, unchanged: 3, error: 3, done: 0, failed: 0, mails: 0 }

test('every row of a verified batch is counted once, those left out as a kind of their own', () => {
  const kinds = rowKinds({ totals, leftOut: 2, startedAt: null, state: 'verified' })
  expect(kinds.map(({ name, count }) => [name, count])).toEqual([
    ['ready', 4],
    ['unchanged', 1],
    ['error', 3],
    ['leftOut', 2],
  ])
})

test('unchanged rows are asked for without those that were left out, where there are any', () => {
  const narrowings = [2, 0].map(
    (leftOut) =>
      rowKinds({ totals, leftOut, startedAt: null, state: 'verified' }).find(
        ({ name }) => name === 'unchanged',
      )?.narrowing,
  )
  expect(narrowings).toEqual([{ state: 'unchanged', leftOut: false }, { state: 'unchanged' }])
})

test('once it is started, rows that are ready are not executed yet, and those with problems are skipped', () => {
  const begun = { ...totals, ready: 1, done: 3 }
  const kinds = rowKinds({
    totals: begun,
    leftOut: 0,
    startedAt: '2026-01-01T00:00:00Z',
    state: 'executing',
  })
  expect(kinds.map(({ name }) => name)).toEqual(['done', 'open', 'unchanged', 'skipped'])
})

test('while it executes no row is counted twice, though those left out are not all counted yet', () => {
  const begun = { ...totals, ready: 8, unchanged: 1, error: 0, done: 1 }
  const kinds = rowKinds({
    totals: begun,
    leftOut: 4,
    startedAt: '2026-01-01T00:00:00Z',
    state: 'executing',
  })
  expect(kinds.map(({ name, count }) => [name, count])).toEqual([
    ['done', 1],
    ['open', 8],
    ['leftOut', 1],
  ])
})

test('rows of a batch that waits or executes are open, before anybody knows when it began', () => {
  const counted = {
    totals: { ...totals, rows: 3, ready: 3, unchanged: 0, error: 0 },
    leftOut: 0,
    startedAt: null,
  }
  const names = (['verified', 'waiting', 'executing'] as const).map((state) =>
    rowKinds({ ...counted, state }).map(({ name }) => name),
  )
  expect(names).toEqual([['ready'], ['open'], ['open']])
})
