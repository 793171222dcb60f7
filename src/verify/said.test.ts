import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { nothing, startSaid } from './said.ts'

// Few of each, so that many are the same; with characters of one byte, of two, and halves of such.
const keys = fc.constantFrom(
  '',
  'a',
  'ada',
  'adaa',
  'adä',
  'ad\u0102',
  'ada\ud83d',
  'ada😀',
  'ada\0',
)
const abouts = fc.constantFrom(null, ...Array.from({ length: 40 }, (_, room) => `room ${room}`))
const texts = fc.oneof(keys, fc.string({ unit: 'binary', maxLength: 300 }))
const claims = fc.array(fc.record({ key: keys, about: abouts, says: texts }), { maxLength: 400 })

test('what was said is recalled as a plain map recalls it', () => {
  fc.assert(
    fc.property(claims, (rows) => {
      const said = startSaid(rows.length)
      const plain = new Map<string, { leader: number; said: Map<string | null, object> }>()
      rows.forEach(({ key, about, says }, line) => {
        const known = plain.get(key) ?? { leader: line, said: new Map() }
        plain.set(key, known)
        const user = said.userOf(key, line)
        expect(said.leaderOf(user)).toBe(known.leader)
        const saying = said.recall(user, about)
        if (saying === nothing) said.remember(user, { about, says, line })
        if (!known.said.has(about)) known.said.set(about, { line, says })
        const recalled = said.recall(user, about)
        const { line: earlier, textOf: text } = {
          line: said.lineOf(recalled),
          textOf: said.textOf(recalled),
        }
        expect({ line: earlier, says: text }).toEqual(known.said.get(about))
        expect(said.isSame(recalled, says)).toBe(text === says)
      })
    }),
  )
})

test('twenty thousand users are told apart, and so is what was said of each', () => {
  const said = startSaid(20_000)
  for (let n = 0; n < 20_000; n++) {
    const user = said.userOf(`person${n}@example.org`, n)
    said.remember(user, { about: null, says: `Name ${n}`, line: n + 1 })
    said.remember(user, { about: 'room', says: 'Guest', line: n + 1 })
  }
  for (let n = 0; n < 20_000; n++) {
    const user = said.userOf(`person${n}@example.org`, -1)
    expect(said.leaderOf(user)).toBe(n)
    expect(said.textOf(said.recall(user, null))).toBe(`Name ${n}`)
    expect(said.isSame(said.recall(user, 'room'), 'Guest')).toBe(true)
  }
})

test('a user of whom much was said is not looked through again for each row', () => {
  const rooms = 50_000
  const said = startSaid(rooms)
  const user = said.userOf('ada@example.org', 1)
  for (let room = 0; room < rooms; room++) {
    expect(said.recall(user, `room ${room}`)).toBe(nothing)
    said.remember(user, { about: `room ${room}`, says: 'Guest', line: room })
  }
  expect(said.lineOf(said.recall(user, 'room 7'))).toBe(7)
})
