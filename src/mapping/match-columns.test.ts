import { expect, test } from 'vitest'
import type { FieldName } from '../domain/field.ts'
import { MappingError } from '../domain/mapping.ts'
import type { MappingChoice } from '../domain/mapping.ts'
import type { SourceRow } from '../domain/table.ts'
import { matchColumns } from './match-columns.ts'
import { missingFields } from './missing-fields.ts'

const people: readonly FieldName[] = ['email', 'firstName', 'lastName']
const placed: readonly FieldName[] = [...people, 'rooms', 'role']
const assigned: readonly FieldName[] = ['email', 'rooms', 'role']
const guests: readonly FieldName[] = ['email', 'name', 'rooms', 'role', 'sendMail']
const addresses: readonly FieldName[] = ['email']

test('a header names the columns, in whatever order they stand', () => {
  const mapping = match(people, [
    'Last name|First name|Email',
    "O'Brien|Siobhán|siobhan@example.org",
  ])
  expect(mapping.header).toBe(true)
  expect(mapping.fields).toEqual({ email: 2, firstName: 1, lastName: 0 })
  expect(mapping.reasons).toEqual({ email: 'name', firstName: 'name', lastName: 'name' })
  expect(mapping.columns.map(({ title }) => title)).toEqual(['Last name', 'First name', 'Email'])
})

test('a German header is understood, misspelt as well', () => {
  expect(
    match(placed, [
      'E-Mail-Adresse|Vornmae|Nachname|Räume|Rolle',
      'anna@example.org|Anna|Grün|room 1|Zuschauer',
    ]),
  ).toMatchObject({
    header: true,
    fields: { email: 0, firstName: 1, lastName: 2, rooms: 3, role: 4 },
    reasons: { firstName: 'similar-name' },
  })
})

test('without a header the order of the operation counts', () => {
  const mapping = match(placed, ['edsger@example.org| Edsger| Dijkstra| lab| Participant'])
  expect(mapping.header).toBe(false)
  expect(mapping.fields).toEqual({ email: 0, firstName: 1, lastName: 2, rooms: 3, role: 4 })
  expect(mapping.reasons).toMatchObject({
    email: 'content',
    firstName: 'position',
    role: 'content',
  })
  expect(mapping.columns.map(({ title }) => title)).toEqual([
    'Email',
    'First name',
    'Last name',
    'Rooms',
    'Role',
  ])
})

test.each<[string, readonly FieldName[], readonly string[], object]>([
  [
    'an id column before',
    people,
    ['17|ada@x.org|Ada|Lovelace'],
    { email: 1, firstName: 2, lastName: 3 },
  ],
  [
    'an id column, addresses last',
    people,
    ['17|Ada|Lovelace|ada@x.org'],
    { email: 3, firstName: 1, lastName: 2 },
  ],
  [
    'names before addresses',
    people,
    ['Ada|Lovelace|ada@x.org'],
    { email: 2, firstName: 0, lastName: 1 },
  ],
  [
    'names before addresses, unknown rooms',
    placed,
    ['Ada|Lovelace|ada@x.org|lab|Gast'],
    { email: 2, firstName: 0, lastName: 1, rooms: 3, role: 4 },
  ],
  ['roles before rooms', assigned, ['ada@x.org|Gast|room 1'], { email: 0, role: 1, rooms: 2 }],
  [
    'rooms known, first',
    guests,
    ['room 1|Kurt|kurt@x.net|False|Guest'],
    { email: 2, name: 1, rooms: 0, role: 4, sendMail: 3 },
  ],
  [
    'an id of 1 and a 0 for the mail',
    guests,
    ['1|kurt@x.net|Kurt|room 1|Guest|0'],
    { email: 1, name: 2, rooms: 3, role: 4, sendMail: 5 },
  ],
  [
    'a last name that is also a role',
    people,
    ['max@x.org|Max|Gast'],
    { email: 0, firstName: 1, lastName: 2 },
  ],
  ['columns beyond', addresses, ['ada@x.org|Ada|Lovelace'], { email: 0 }],
  ['an empty column first', addresses, ['|ada@x.org'], { email: 1 }],
  [
    'last names missing throughout',
    people,
    ['ada@x.org|Ada|'],
    { email: 0, firstName: 1, lastName: 2 },
  ],
  ['no address anywhere', addresses, ['ada'], { email: 0 }],
])('without a header, %s', (_, fields, lines, expected) => {
  const mapping = match(fields, lines)
  expect(mapping.header).toBe(false)
  expect(mapping.fields).toEqual(expected)
})

test('a title that says nothing falls back to the content of its column', () => {
  const mapping = match(placed, [
    'username|firstname|lastname|email|course1|role1',
    'ada|Ada|Lovelace|ada@x.org|room 1|Participant',
  ])
  expect(mapping.fields).toEqual({ email: 3, firstName: 1, lastName: 2, rooms: 4, role: 5 })
  expect(mapping.reasons).toMatchObject({ rooms: 'content', role: 'similar-name' })
})

test('of several columns with rooms under unknown titles the leftmost is taken, beside the leftmost role', () => {
  const mapping = match(placed, [
    'username|password|firstname|lastname|email|course1|role1|course2|role2',
    'ada|secret|Ada|Lovelace|ada@x.org|room 1|Guest|room 2|Admin',
  ])
  expect(mapping.fields).toMatchObject({ email: 4, rooms: 5, role: 6 })
})

test('a header of place holders leaves everything to content and position', () => {
  expect(match(people, ['A|B|C', 'Ada|Lovelace|ada@x.org'])).toMatchObject({
    header: true,
    fields: { email: 2, firstName: 0, lastName: 1 },
  })
})

test('foreign titles over names are not guessed: first and last names could change places', () => {
  const mapping = match(people, ['correo|apellido|nombre', 'ada@x.org|Lovelace|Ada'])
  expect(mapping).toMatchObject({ header: true, fields: { email: 0 } })
  expect(missingFields(people, mapping)).toEqual(['firstName', 'lastName'])
})

test.each<[string, readonly string[], object]>([
  [
    'Vorname',
    ['Name|Vorname|E-Mail', 'Grün|Anna|a@x.org'],
    { email: 2, firstName: 1, lastName: 0 },
  ],
  [
    'First name',
    ['First name|Name|Email', 'Ada|Lovelace|a@x.org'],
    { email: 2, firstName: 0, lastName: 1 },
  ],
  [
    'Surname',
    ['Name|Surname|Email', 'Ada|Lovelace|a@x.org'],
    { email: 2, firstName: 0, lastName: 1 },
  ],
  ['nothing, when it is one word,', ['Name|Email', 'Ada|a@x.org'], { email: 1 }],
])('Name beside %s is the other half of the name', (_, lines, expected) => {
  expect(match(people, lines).fields).toEqual(expected)
})

test('Name alone is the name of a guest; beside a first name alone it would be half of one', () => {
  const guest: readonly FieldName[] = ['email', 'name']
  expect(match(guest, ['Email|Name', 'k@x.net|Kurt']).fields).toEqual({ email: 0, name: 1 })
  expect(match(guest, ['Email|Name|Vorname', 'k@x.net|Gödel|Kurt']).fields).toEqual({ email: 0 })
  expect(
    match(guest, ['Email|Name|Vorname|Nachname', 'k@x.net|Kurt Gödel|Kurt|Gödel']).fields,
  ).toEqual({ email: 0, name: 1 })
})

test('the better name wins, then the better content, then the left', () => {
  expect(match(addresses, ['E-mail 2|Email', 'b@x.org|a@x.org']).fields).toEqual({ email: 1 })
  expect(match(addresses, ['Email|E-Mail', 'none|a@x.org']).fields).toEqual({ email: 1 })
  expect(match(addresses, ['E-mail 1|E-mail 2', 'a@x.org|b@x.org']).fields).toEqual({ email: 0 })
})

test('a column that is called Email is the address, whatever it contains', () => {
  expect(match(addresses, ['Email|Comment', 'nobody|call her']).fields).toEqual({ email: 0 })
})

test('what is only similar to a name yields to what is full of addresses', () => {
  expect(match(addresses, ['Emall|Login', 'x|ada@x.org', 'y|alan@x.org']).fields).toEqual({
    email: 1,
  })
})

test('the addresses of other people are never guessed', () => {
  const mapping = match(addresses, ['Person|Manager Email', 'Ada|boss@x.org'])
  expect(missingFields(addresses, mapping)).toEqual(['email'])
})

test('Yes and No below a title with words are not taken for the wish to send mails', () => {
  const mapping = match(guests, [
    'Email|Name|Room|Role|Newsletter',
    'k@x.net|Kurt|room 1|Guest|Yes',
  ])
  expect(missingFields(guests, mapping)).toEqual(['sendMail'])
})

test('columns of passwords are secret and never mapped, not even when they are chosen', () => {
  const lines = ['Email|Passwort (Klartext)', 'ada@x.org|hunter2@x.org']
  expect(match(addresses, lines).columns.map(({ secret }) => secret)).toEqual([false, true])
  expect(codeOf(() => match(addresses, lines, { fields: { email: '#2' } }))).toBe('unknown-column')
})

test('a header that was overruled still tells which columns hold passwords', () => {
  const mapping = match(addresses, ['Email|Password', 'ada@x.org|hunter2'], { header: false })
  expect(mapping).toMatchObject({ header: false, columns: [{ secret: false }, { secret: true }] })
})

test('a choice stands, by title, by similar title and by number', () => {
  const lines = ['Email|Other email', 'a@x.org|b@x.org']
  for (const column of ['Other email', ' other  EMAIL ', '#2']) {
    const mapping = match(addresses, lines, { fields: { email: column } })
    expect(mapping).toMatchObject({ fields: { email: 1 }, reasons: { email: 'chosen' } })
  }
})

test('a title is found as it is written before it is found tolerantly', () => {
  const lines = ['MAIL|mail|#1', 'a@x.org|b@x.org|c@x.org']
  expect(match(addresses, lines, { fields: { email: 'mail' } }).fields).toEqual({ email: 1 })
  expect(match(addresses, lines, { fields: { email: '#1' } }).fields).toEqual({ email: 2 })
})

test('a guess uses neither a chosen nor an ignored column', () => {
  const lines = ['ada@x.org|Ada|Augusta|Lovelace']
  expect(match(people, lines, { ignore: ['#3'] }).fields).toEqual({
    email: 0,
    firstName: 1,
    lastName: 3,
  })
  expect(match(people, lines, { fields: { firstName: '#3' } }).fields).toEqual({
    email: 0,
    firstName: 2,
    lastName: 1,
  })
})

test('a choice that cannot be followed is an error', () => {
  const lines = ['ada@x.org|Ada|Lovelace']
  expect(codeOf(() => match(people, lines, { fields: { email: '#4' } }))).toBe('unknown-column')
  expect(codeOf(() => match(people, lines, { ignore: ['Nope'] }))).toBe('unknown-column')
  expect(codeOf(() => match(people, lines, { fields: { firstName: '#2', lastName: '#2' } }))).toBe(
    'column-chosen-twice',
  )
})

test('titles that are missing are generated and stay unique', () => {
  const mapping = match(addresses, ['Email||Column 2', 'ada@x.org|x|y'])
  expect(mapping.columns.map(({ title }) => title)).toEqual(['Email', 'Column 2 (2)', 'Column 2'])
})

test('a report that was downloaded, corrected and uploaded again maps as it is', () => {
  const mapping = match(people, [
    'Column 1|Email|First name|Last name|line|state|code|message|suggestion',
    '17|ada@x.org|Ada|Lovelace|1|error|unknown-user|There is none|',
  ])
  expect(mapping).toMatchObject({ header: true, fields: { email: 1, firstName: 2, lastName: 3 } })
})

test('columns without a header are named by their number', () => {
  expect(() => match(people, ['a@x.org|Ada|King'], { fields: { email: 'Email' } })).toThrow(
    expect.objectContaining({
      details: { column: 'Email', columns: '#1, #2, #3', field: 'email' },
    }),
  )
})

test('a source without records has no columns', () => {
  expect(match(people, [])).toEqual({ header: false, columns: [], fields: {}, reasons: {} })
})

function match(fields: readonly FieldName[], lines: readonly string[], choice: MappingChoice = {}) {
  const sample: SourceRow[] = lines.map((line, at) => ({ line: at + 1, cells: line.split('|') }))
  return matchColumns({ fields, sample, choice, knownRooms: new Set(['room 1', 'room 2']) })
}

function codeOf(act: () => unknown): string | undefined {
  try {
    act()
  } catch (error) {
    if (error instanceof MappingError) return error.code
    throw error
  }
  return undefined
}
