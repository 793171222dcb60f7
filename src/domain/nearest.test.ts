import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearest, nearestOf } from './nearest.ts'

test.each([
  ['Room 1', ['room 1', 'room 2'], 'room 1'],
  ['Roon 1', ['Room 1', 'Room 2', 'Room 11'], 'Room 1'],
  ['room1', ['Room 1', 'Room 2'], 'Room 1'],
  ['Marketign', ['Marketing', 'Sales'], 'Marketing'],
  ['Grosser Saal', ['Großer Saal', 'Kleiner Saal'], 'Großer Saal'],
  ['Cafe', ['Café', 'Case'], 'Café'],
  ['Partcipant', ['Participant', 'Spectator'], 'Participant'],
])('%s suggests the one that is nearest of %j', (word, candidates, expected) => {
  expect(nearest(word, candidates)).toBe(expected)
})

test.each([
  ['room 4', ['room 1', 'room 2']],
  ['room', ['room 1']],
  ['room 1 1', ['room 11']],
  ['Room B', ['Room A']],
  ['ROOM 1', ['room 1', 'Room 1']],
  ['Roam', ['Room', 'Road']],
  ['Atlantis', ['room 1', 'Atlanta Convention']],
  ['HR', ['IT']],
  ['', ['room']],
])('%s suggests none of %j', (word, candidates) => {
  expect(nearest(word, candidates)).toBeUndefined()
})

test('candidates of one meaning do not compete', () => {
  const colours = nearestOf(['grey', 'gray'], () => 'grey')
  expect(colours('griy')).toBe('grey')
  expect(nearest('griy', ['grey', 'gray'])).toBeUndefined()
})

const name = fc
  .array(
    fc.constantFrom('Room', 'room', 'Saal', 'Säle', 'Berlin', 'A', '1', '12', 'ß', '²', '-', '🦊'),
  )
  .map((words) => words.join(' '))

test('a suggestion never differs in a digit', () => {
  fc.assert(
    fc.property(
      fc.oneof(name, fc.string({ unit: 'grapheme' })),
      fc.array(name),
      (word, candidates) => {
        const found = nearest(word, candidates)
        if (found === undefined) return
        expect(candidates).toContain(found)
        expect(digits(found)).toEqual(digits(word))
      },
    ),
  )
})

test('the order of the candidates does not matter', () => {
  fc.assert(
    fc.property(name, fc.array(name), (word, candidates) => {
      expect(nearest(word, candidates)).toBe(nearest(word, candidates.toReversed()))
    }),
  )
})

function digits(text: string): readonly string[] {
  return text.match(/\p{N}+/gu) ?? []
}

test('a word of nothing but accents costs no time', () => {
  const begun = performance.now()
  expect(nearest('\u0327\u0301'.repeat(25_000), ['room 1'])).toBeUndefined()
  expect(performance.now() - begun).toBeLessThan(500)
})
