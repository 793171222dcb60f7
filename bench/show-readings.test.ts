import { expect, test } from 'vitest'
import { showReadings } from './show-readings.ts'

test('the table says goal, figure and verdict of each promise', () => {
  const table = showReadings([
    { what: 'execute', goal: { atMost: 1.25 }, value: 1.1, unit: '×', detail: '5.0 s' },
    { what: 'mails', goal: { atLeast: 0.7 }, value: 0.6, unit: '×' },
    { what: 'memory', goal: null, value: 1_234.5, unit: 'MB' },
  ])
  const lines = table.split('\n').map((line) => line.replaceAll(/\s+/gu, ' '))
  expect(lines).toContainEqual(expect.stringMatching(/execute │ ≤ 1\.25 × │ 1\.10 × │ ok/u))
  expect(lines).toContainEqual(expect.stringMatching(/mails │ ≥ 0\.70 × │ 0\.60 × │ missed/u))
  expect(lines).toContainEqual(expect.stringMatching(/memory │ │ 1,23[45] MB │ shown/u))
  expect(table).toContain('5.0 s')
})
