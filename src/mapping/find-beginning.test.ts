import { expect, test } from 'vitest'
import { splitRecords } from '../ingest/text/split-records.ts'
import { findBeginning } from './find-beginning.ts'

test.each<[string, readonly string[], number]>([
  [
    'a title and a blank line',
    ['Teilnehmerliste Sommer 2026', '', 'E-Mail;Vorname;Nachname', 'a@x.org;Ada;King'],
    1,
  ],
  ['a title right above', ['Our people;;', 'Email;First name;Last name', 'a@x.org;Ada;King'], 1],
  [
    'what a meeting sums up',
    [
      '1. Summary',
      'Meeting title;Weekly',
      'Attended participants;2',
      'Start time;11/26/25, 4:16:54 PM',
      '',
      '2. Participants',
      'Name;First Join;Email;Participant ID (UPN);Role',
      'Ada King;11/26/25;a@x.org;a@x.org;Organizer',
    ],
    5,
  ],
  ['a date', ['Stand:;01.03.2026;', 'E-Mail;Vorname;Nachname', 'a@x.org;Ada;King'], 1],
  ['a comment', ['# exported by a program', 'email;first name', 'a@x.org;Ada'], 1],
  [
    'a type line and a comment',
    ['#TYPE System.Object', '// all; of them', 'Name;Mail', 'Ada;a@x.org'],
    2,
  ],
  ['a version', ['version:v1.0;;', 'Name [displayName] Required;UPN;', 'Ada;a@x.org'], 1],
  ['labels, over technical names', ['First name;E-mail', 'firstname;email', 'Ada;a@x.org'], 1],
  [
    'a summary with a header of its own, and a title',
    [
      'Registration report',
      'Topic;Start;Registered',
      'Weekly;10:00;2',
      'Attendees',
      'First name;Last name;Email',
      'Ada;King;a@x.org',
    ],
    4,
  ],
  ['groups of columns', ['Person;;;Raum', 'Vorname;Nachname;E-Mail;Rolle', 'A;K;a@x.org;Gast'], 1],
  ['a name of a field as a title', ['Räume', 'E-Mail;Raum;Rolle', 'a@x.org;room 1;Gast'], 1],
  [
    'an address to which questions go',
    ['Course list', 'Questions to: office@x.org', 'Email;First name', 'a@x.org;Ada'],
    2,
  ],
  ['a title over one column', ['Austritte', 'E-Mail', 'a@x.org'], 1],
])('%s above a header are no rows', (_, lines, above) => {
  expect(find(lines).above).toBe(above)
})

test.each<[string, readonly string[], number]>([
  ['a title and a blank line', ['Participants', '', 'a@x.org;Ada;King'], 1],
  ['a title over the addresses', ['Participants', 'a@x.org;Ada;King'], 1],
  ['a title of two lines', ['Participants', 'as of: 1 March', 'a@x.org;Ada;King'], 2],
  ['a title with a year', ['Austritte März 2026', 'a@x.org', 'b@x.org'], 1],
  ['a comment with a mailbox in it', ['# by Ada <a@x.org>', 'a@x.org', 'b@x.org'], 1],
  [
    'a title over a foreign header',
    ['Lista 2026', 'correo;apellido;nombre', 'a@x.org;King;Ada'],
    1,
  ],
])('%s above rows without a header that is understood are no rows', (_, lines, above) => {
  expect(find(lines).above).toBe(above)
})

test.each<[string, readonly string[]]>([
  ['a header', ['Email;First name', 'a@x.org;Ada']],
  ['a header with # in its first title', ['# email;first name', 'a@x.org;Ada']],
  ['a header with a column #', ['#;Email;First name', '1;a@x.org;Ada']],
  ['a row', ['a@x.org;Ada', 'b@x.org;Bo']],
  ['rows above the header', ['a@x.org;Ada;King', 'Email;First name;Last name', 'b@x.org;Bo;Li']],
  ['a row without its address', ['Ada;King;', 'a@x.org;Ada;King']],
  ['a row without its address above the header', ['Ada;King;', 'First;Last;Email', 'A;K;a@x.org']],
  ['an address without its @', ['ada.x.org;;', 'a@x.org;Ada;King']],
  ['an address without its @, and a blank line', ['ada.x.org', '', 'b@x.org']],
  ['a name alone in a list of addresses', ['Ada King', '', 'b@x.org']],
  ['a foreign header', ['correo;apellido;nombre', 'a@x.org;King;Ada']],
  ['a room with a year, without an address', [';Raum 2026;Gast', 'a@x.org;room 1;Gast']],
  ['a header over rows without addresses', ['Email;Role', 'ada;Gast', 'Gast;Raum']],
  ['rows of which none has an address', ['Ada;King', 'Bo;Li']],
  ['addresses behind words', ['Email: a@x.org', 'Email: b@x.org', 'c@x.org']],
  ['nothing', []],
])('%s at the beginning stays', (_, lines) => {
  expect(find(lines)).toEqual({ above: 0, examples: 0 })
})

test('the examples of a template are those directly below its header', () => {
  const header = 'User name [userPrincipalName] Required'
  const lines = ['version:v1.0', header, 'Example: chris@contoso.com', 'a@x.org']
  expect(find(lines)).toEqual({ above: 1, examples: 1 })
  expect(find([header, 'Beispiel: Chris Green', 'a@x.org']).examples).toBe(1)
  expect(find([header, 'a@x.org', 'Example: chris@contoso.com']).examples).toBe(0)
})

test('a source of nothing but comments has no rows', () => {
  expect(find(['# one', '# two']).above).toBe(2)
})

test('a hostile beginning is looked at quickly', () => {
  const wide = { line: 1, cells: Array.from({ length: 1_000 }, (_, at) => `title ${at} ä`) }
  const started = performance.now()
  findBeginning(Array.from({ length: 2_000 }, (_, at) => ({ ...wide, line: at + 1 })))
  expect(performance.now() - started).toBeLessThan(1_000)
})

function find(lines: readonly string[]) {
  const records = splitRecords(';')
  return findBeginning([...records.push(lines.join('\n')), ...records.end()])
}
