import { expect, test } from 'vitest'
import { roomCandidates } from './room-candidates.ts'

test('whole cells and their parts are looked up, clean and once', () => {
  const sample = [
    { line: 1, cells: [' a, b', '"c, d"', ''] },
    { line: 2, cells: ['a'] },
  ]
  expect(roomCandidates(sample)).toEqual(new Set(['a, b', 'a', 'b', '"c, d"', 'c, d']))
})
