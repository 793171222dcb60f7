import { assert, integer, property, record, uniqueArray } from 'fast-check'
import { expect, test } from 'vitest'
import { halvesOf, openRanges } from './open-ranges.ts'

test('a new batch is cut into chunks, the last of which may be shorter', () => {
  expect([...openRanges({ first: 2, end: 12 }, [], 4)]).toEqual([
    { first: 2, end: 6 },
    { first: 6, end: 10 },
    { first: 10, end: 12 },
  ])
})

test('what was executed, in whatever order and size, and what is open make the whole, each position once', () => {
  const worlds = record({
    end: integer({ min: 1, max: 60 }),
    size: integer({ min: 1, max: 7 }),
    done: uniqueArray(integer({ min: 0, max: 20 })),
  })
  assert(
    property(worlds, ({ end, size, done }) => {
      const all = { first: 1, end }
      const executed = [...openRanges(all, [], size)].filter((_, index) => done.includes(index))
      const open = [...openRanges(all, executed, size + 1)]
      const positions = [...executed, ...open].flatMap(({ first, end }) =>
        Array.from({ length: end - first }, (_, index) => first + index),
      )
      expect(positions.toSorted((a, b) => a - b)).toEqual(
        Array.from({ length: end - 1 }, (_, index) => index + 1),
      )
    }),
  )
})

test('the halves of a range are the whole of it, and a single position has none', () => {
  expect(halvesOf({ first: 3, end: 8 })).toEqual([
    { first: 3, end: 5 },
    { first: 5, end: 8 },
  ])
  expect(halvesOf({ first: 3, end: 5 })).toEqual([
    { first: 3, end: 4 },
    { first: 4, end: 5 },
  ])
  expect(halvesOf({ first: 3, end: 4 })).toEqual([])
})
