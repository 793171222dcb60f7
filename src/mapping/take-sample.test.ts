import { expect, test } from 'vitest'
import { matchColumns } from './match-columns.ts'
import { roomCandidates } from './room-candidates.ts'
import { takeSample } from './take-sample.ts'

test('two hundred records are looked at, and of wide ones as many as say enough', () => {
  expect(takeSample(table(1_000, 5, 'a'))).toHaveLength(200)
  expect(takeSample(table(1_000, 1_000, 'a'))).toHaveLength(10)
  expect(takeSample(table(1_000, 10, 'a'.repeat(100_000)))).toHaveLength(2)
})

// What takes a tenth of a second on a quiet machine; a pattern that runs away takes minutes.
test.each([
  'a',
  'a,',
  '"',
  '",',
  '"a",',
  '@',
  'a@b.',
  '<',
  '(',
  ' x',
  '-a',
  'aA',
  'ﷺ',
  'ä',
  '\u200b',
])('columns are guessed quickly, however often the cells repeat %j', (piece) => {
  const start = process.threadCpuUsage().user
  for (const [columns, length] of shapes) {
    const cell = piece.repeat(length / piece.length)
    const sample = takeSample(table(200, columns, cell))
    const knownRooms = new Set([...roomCandidates(sample)].slice(0, 1))
    matchColumns({ fields: ['email', 'rooms', 'role'], sample, choice: {}, knownRooms })
  }
  expect((process.threadCpuUsage().user - start) / 1_000).toBeLessThan(2_000)
})

const shapes = [
  [1_000, 10],
  [1_000, 1_000],
  [10, 100_000],
] as const

function table(rows: number, columns: number, cell: string) {
  const cells = Array.from({ length: columns }, () => cell)
  return Array.from({ length: rows }, (_, index) => ({ line: index + 1, cells }))
}
