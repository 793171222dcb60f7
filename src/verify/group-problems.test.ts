import { expect, test } from 'vitest'
import { problem } from '../domain/problem.ts'
import { countProblems } from './group-problems.ts'

const unknownRoom = (value: string, suggestion?: string) =>
  problem('unknown-room', 'rooms', { value, suggestion })

test('the same wrong cell is one group, with the line where it is first; the most frequent group leads', () => {
  const counter = countProblems()
  counter.add({ line: 4, problems: [problem('missing-value', 'email')] })
  counter.add({ line: 5, problems: [unknownRoom('Room 1', 'room 1')] })
  counter.add({ line: 7, problems: [unknownRoom('Room 1', 'room 1'), unknownRoom('Attic')] })
  expect(counter.groups()).toEqual([
    { problem: unknownRoom('Room 1', 'room 1'), value: 'Room 1', count: 2, firstLine: 5 },
    { problem: problem('missing-value', 'email'), value: null, count: 1, firstLine: 4 },
    { problem: unknownRoom('Attic'), value: 'Attic', count: 1, firstLine: 7 },
  ])
})

test('wrong cells of which each row has its own are one group', () => {
  const counter = countProblems()
  counter.add({ line: 1, problems: [problem('invalid-email', 'email', { value: 'x' })] })
  counter.add({ line: 2, problems: [problem('invalid-email', 'email', { value: 'y' })] })
  expect(counter.groups().map(({ value, count }) => [value, count])).toEqual([[null, 2]])
})

test('a file that is wrong in ten thousand ways makes no ten thousand groups, and no row goes uncounted', () => {
  const counter = countProblems()
  for (let line = 1; line <= 10_000; line++)
    counter.add({ line, problems: [unknownRoom(`${line}`)] })
  const groups = counter.groups()
  expect(groups.length).toBeLessThan(1_000)
  expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(10_000)
  expect(groups[0]?.value).toBeNull()
})
