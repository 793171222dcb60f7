import { expect, test } from 'vitest'
import { isReached, regressions } from './baseline.ts'
import type { Goal, Reading } from './promises/promise.ts'

test('a ratio within a fifth of the baseline is no regression', () => {
  expect(regressions([reading({ atMost: 1.25 }, 1.49)], baseline(1.3))).toEqual([])
  expect(regressions([reading({ atLeast: 0.9 }, 0.76)], baseline(0.9))).toEqual([])
})

test('a goal that was missed before already is no regression', () => {
  expect(regressions([reading({ atMost: 1.25 }, 1.7)], baseline(1.6))).toEqual([])
})

test('without a baseline, what misses its goal by more than a fifth is told in a sentence', () => {
  expect(regressions([reading({ atMost: 1.25 }, 1.51)], null)).toEqual([
    'execute: 1.51 misses its goal of 1.25 by more than 20 %.',
  ])
  expect(regressions([reading({ atLeast: 0.9 }, 0.74)], null)).toHaveLength(1)
})

test('what is more than a fifth worse than before is told, though it reaches its goal', () => {
  expect(regressions([reading({ atMost: 1.25 }, 1.2)], baseline(0.9))).toEqual([
    'execute: 1.20 is more than 20 % worse than 0.90 before.',
  ])
  expect(regressions([reading({ atLeast: 0.9 }, 1)], baseline(1.3))).toHaveLength(1)
})

test('what got better, and what is only shown, is no regression', () => {
  expect(regressions([reading({ atMost: 1.25 }, 0.5)], baseline(1))).toEqual([])
  expect(regressions([reading(null, 99)], baseline(1))).toEqual([])
})

test('what could not be measured is a regression', () => {
  expect(regressions([reading({ atMost: 1.25 }, Number.NaN)], null)).toHaveLength(1)
})

test('a goal is reached exactly at its bound', () => {
  expect(isReached(reading({ atMost: 0.2 }, 0.2))).toBe(true)
  expect(isReached(reading({ atLeast: 0.9 }, 0.89))).toBe(false)
  expect(isReached(reading(null, 1))).toBeNull()
})

function reading(goal: Goal | null, value: number): Reading {
  return { what: 'execute', goal, value, unit: '×' }
}

function baseline(execute: number) {
  return { date: '2026-01-01T00:00:00.000Z', machine: '2 processors', ratios: { execute } }
}
