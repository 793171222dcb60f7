import { createInstance } from 'i18next'
import { beforeAll, expect, test } from 'vitest'
import { frame } from '../../words/frame.ts'
import { grid } from '../../words/grid.ts'
import { changesInWords, type Words } from './changes-in-words.ts'

const texts = createInstance()

beforeAll(() =>
  texts.init({
    lng: 'en',
    resources: { en: { grid: grid.en, frame: frame.en }, de: { grid: grid.de, frame: frame.de } },
    interpolation: { escapeValue: false },
  }),
)

function inWords(
  changes: Parameters<typeof changesInWords>[0],
  { said = [], language = 'en' }: { said?: readonly string[]; language?: string } = {},
): readonly string[] {
  const t = texts.getFixedT(language, ['grid', 'frame']) as Words['t']
  return changesInWords(changes, said, { t, language })
}

test('a role that changes is said before and after, with its room', () => {
  const change = {
    before: { room: 'room 1', role: 'Participant' },
    after: { room: 'room 1', role: 'Moderator' },
  }
  expect(inWords([change])).toEqual(['Participant → Moderator in room 1'])
  expect(inWords([change], { language: 'de' })).toEqual(['Teilnehmer → Moderator in room 1'])
})

test('all that is new stands in one sentence, without what the cells say already', () => {
  const invited = { before: null, after: { status: 'invited', firstName: 'Ada', lastName: 'King' } }
  const assigned = { before: null, after: { room: 'room 1', role: 'Participant' } }
  expect(inWords([invited, assigned], { said: ['Ada', 'King', 'room 1', 'Participant'] })).toEqual([
    'New: invited, Participant in room 1',
  ])
})

test('an invitation that is sent again is told by its days', () => {
  const user = { status: 'invited', firstName: 'Ada', lastName: 'King' }
  expect(
    inWords([
      {
        before: { ...user, invitedAt: '2026-01-02T10:00:00.000Z' },
        after: { ...user, invitedAt: '2026-02-03T10:00:00.000Z' },
      },
    ]),
  ).toEqual(['invitation: Jan 2, 2026 → Feb 3, 2026'])
})

test('who is deleted is said with all that goes', () => {
  const account = {
    email: 'ada@example.org',
    firstName: 'Ada',
    lastName: 'King',
    language: 'en',
    status: 'active',
    permissions: [],
    rooms: [{ room: 'room 1', role: 'Admin' }],
  }
  expect(inWords([{ before: account, after: null }], { said: ['ada@example.org'] })).toEqual([
    'Deleted: Ada, King, active, Admin in room 1',
  ])
})

test('of lists only what goes or comes is said', () => {
  const [one, two] = [
    { room: 'room 1', role: 'Guest' },
    { room: 'room 2', role: 'Admin' },
  ]
  expect(inWords([{ before: [one, two], after: [two] }])).toEqual(['Removed: Guest in room 1'])
})
