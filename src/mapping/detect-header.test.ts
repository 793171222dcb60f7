import { expect, test } from 'vitest'
import { detectHeader } from './detect-header.ts'

test.each<[string, readonly string[]]>([
  ['names of fields', ['email|first name', 'ada@x.org|Ada']],
  ['names of fields and nothing below', ['email|first name|last name']],
  ['a single title over addresses', ['Email', 'ada@x.org']],
  ['a foreign title over addresses', ['correo electrónico', 'ada@x.org', 'alan@x.org']],
  ['a title in another script over addresses', ['電子メール|名前', 'ada@x.org|Ada']],
  ['misspelt titles', ['Emial|Vornmae', 'ada@x.org|Ada']],
  ['numbered place holders', ['Column 1|Column 2', 'ada@x.org|Ada']],
  ['a title that is also a role', ['Email|Gast', 'ada@x.org|Ada']],
  ['a title that is also a room', ['Email|Room|Role', 'ada@x.org|Room|Guest']],
  ['a column of addresses without a title', ['|Vorname|Nachname', 'ada@x.org|Ada|Lovelace']],
  ['names of fields over bad addresses', ['Email|Role', 'ada|Guest', 'alan|Guest']],
])('%s are a header', (_, lines) => {
  expect(detect(lines)).toBe(true)
})

test.each<[string, readonly string[]]>([
  ['a row with an address', ['ada@x.org|Ada|Lovelace', 'alan@x.org|Alan|Turing']],
  ['a single address', ['ada@x.org']],
  ['an address at a host without a domain', ['ada@localhost', 'alan@x.org']],
  ['an address without its @', ['ada.x.org', 'alan@x.org']],
  ['a row without its address', ['|Max|Gast', 'alan@x.org|Alan|Turing']],
  ['a word beside a room and a role', ['not-an-address|room 1|Gast', 'alan@x.org|room 1|Guest']],
  ['rows without any address', ['room 1|Gast', 'room 2|Gast']],
  ['an address among names of fields', ['Email|Name|ada@x.org', 'b|c|alan@x.org']],
])('%s is not a header', (_, lines) => {
  expect(detect(lines)).toBe(false)
})

test('no records have no header', () => {
  expect(detect([])).toBe(false)
})

function detect(lines: readonly string[]): boolean {
  const sample = lines.map((line, at) => ({ line: at + 1, cells: line.split('|') }))
  return detectHeader(sample, new Set(['room 1', 'room 2', 'Room']))
}
