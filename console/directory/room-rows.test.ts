import { expect, test } from 'vitest'
import { roomRows } from './room-rows.ts'

const email = 'ada@example.org'

test('what a user has is a row for each role', () => {
  const rooms = [
    { room: 'room 1', role: 'Moderator' },
    { room: 'Foyer', role: 'Spectator' },
    { room: 'room 2', role: 'Moderator' },
  ] as const
  expect(roomRows({ email, rooms: [...rooms] })).toBe(
    'ada@example.org,"room 1,room 2",Moderator\nada@example.org,Foyer,Spectator',
  )
})

test('a room whose name has a comma is quoted among others, and its cell alone', () => {
  const one = { room: 'Berlin, Mitte', role: 'Guest' } as const
  const other = { room: 'room 1', role: 'Guest' } as const
  expect(roomRows({ email, rooms: [one] })).toBe('ada@example.org,"Berlin, Mitte",Guest')
  expect(roomRows({ email, rooms: [one, other] })).toBe(
    'ada@example.org,"""Berlin, Mitte"",room 1",Guest',
  )
})

test('a user without rooms has a row to fill in', () => {
  expect(roomRows({ email, rooms: [] })).toBe('ada@example.org,,')
})
