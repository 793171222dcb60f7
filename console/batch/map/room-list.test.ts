import { expect, test } from 'vitest'
import { lastRoom, withRoom } from './room-list.ts'

test('a room that is picked takes the place of what is typed behind the last comma', () => {
  expect(lastRoom('room 1,ro')).toBe('ro')
  expect(withRoom('room 1,ro', 'room 2')).toBe('room 1,room 2')
  expect(withRoom('ro', 'room 2')).toBe('room 2')
})

test('a room whose name has a comma is quoted beside others', () => {
  expect(withRoom('room 1,le', 'left, upstairs')).toBe('room 1,"left, upstairs"')
  expect(lastRoom('"left, upstairs",ro')).toBe('ro')
  expect(withRoom('le', 'left, upstairs')).toBe('left, upstairs')
})
