import { expect, test } from 'vitest'
import { placeAfter } from './grid-place.ts'

const extent = { rows: 100, columns: 6, pageRows: 10 }
const press = (key: string, ctrlKey = false, from = { row: 5, column: 2 }) =>
  placeAfter({ key, ctrlKey }, from, extent)

test('arrows lead to the cells beside, and from the first row to the header', () => {
  expect(press('ArrowDown')).toEqual({ row: 6, column: 2 })
  expect(press('ArrowRight')).toEqual({ row: 5, column: 3 })
  expect(press('ArrowUp', false, { row: 0, column: 2 })).toEqual({ row: -1, column: 2 })
})

test('the grid is not left by its edges', () => {
  expect(press('ArrowUp', false, { row: -1, column: 0 })).toEqual({ row: -1, column: 0 })
  expect(press('ArrowDown', false, { row: 99, column: 5 })).toEqual({ row: 99, column: 5 })
  expect(press('PageDown', false, { row: 95, column: 0 })).toEqual({ row: 99, column: 0 })
})

test('Home and End lead to the ends of the row, with Ctrl to the first and last cell', () => {
  expect(press('Home')).toEqual({ row: 5, column: 0 })
  expect(press('End')).toEqual({ row: 5, column: 5 })
  expect(press('Home', true)).toEqual({ row: 0, column: 0 })
  expect(press('End', true)).toEqual({ row: 99, column: 5 })
})

test('other keys do not move', () => {
  expect(press('a')).toBeNull()
})
