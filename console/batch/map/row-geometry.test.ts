import { assert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import {
  bodyHeight,
  firstRowAt,
  rowsToDraw,
  scrollTopOf,
  scrollTopToSee,
  topOf,
} from './row-geometry.ts'

const million = { rows: 1_000_000, rowHeight: 64, viewport: 640 }
const few = { rows: 100, rowHeight: 40, viewport: 400 }

test('rows that fit into what a browser can draw stand where they are', () => {
  expect(bodyHeight(few)).toBe(4_000)
  expect(firstRowAt(200, few)).toBe(5)
  expect(topOf(50, 123, few)).toBe(2_000)
})

test('of a million rows the first and the last can be reached', () => {
  expect(bodyHeight(million)).toBeLessThan(17_000_000)
  expect(firstRowAt(0, million)).toBe(0)
  const end = bodyHeight(million) - million.viewport
  expect(firstRowAt(end, million)).toBeCloseTo(999_990)
  expect(rowsToDraw(end, million, { beyond: 2, kept: -1 })).toContain(999_999)
  expect(topOf(999_999, end, million)).toBeCloseTo(end + million.viewport - million.rowHeight)
})

test('the row with the focus is drawn wherever it is', () => {
  expect(rowsToDraw(0, few, { beyond: 0, kept: 70 }).at(-1)).toBe(70)
  expect(rowsToDraw(2_000, few, { beyond: 0, kept: 3 })[0]).toBe(3)
})

test('whatever row is looked for, it is wholly seen after the scrolling', () => {
  const row = integer({ min: 0, max: million.rows - 1 })
  assert(
    property(row, row, (from, to) => {
      const start = scrollTopOf(from, million)
      const scrollTop = scrollTopToSee(to, start, million) ?? start
      const first = firstRowAt(scrollTop, million)
      expect(first).toBeLessThanOrEqual(to + 0.001)
      expect(first + million.viewport / million.rowHeight).toBeGreaterThanOrEqual(to + 0.999)
    }),
  )
})
