import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitFullName } from './split-full-name.ts'

test.each([
  ['Ada Lovelace', 'Ada', 'Lovelace'],
  ['  Ada\u00a0 Lovelace ', 'Ada', 'Lovelace'],
  ['Lovelace, Ada', 'Ada', 'Lovelace'],
  ['Lovelace,Ada Augusta', 'Ada Augusta', 'Lovelace'],
  ['“Lovelace, Ada”', 'Ada', 'Lovelace'],
  ['García Márquez, Gabriel', 'Gabriel', 'García Márquez'],
  ['Beethoven, Ludwig van', 'Ludwig', 'van Beethoven'],
  ['van Beethoven, Ludwig', 'Ludwig', 'van Beethoven'],
  ['Ludwig van Beethoven', 'Ludwig', 'van Beethoven'],
  ['Ursula von der Leyen', 'Ursula', 'von der Leyen'],
  ['Simone de Beauvoir', 'Simone', 'de Beauvoir'],
  ['João dos Santos', 'João', 'dos Santos'],
  ['Omar al-Khatib', 'Omar', 'al-Khatib'],
  ['Salman bin Abdulaziz', 'Salman', 'bin Abdulaziz'],
  ["Sinéad O'Connor", 'Sinéad', "O'Connor"],
  ['José Ortega y Gasset', 'José', 'Ortega y Gasset'],
  ['John F. Kennedy', 'John F.', 'Kennedy'],
  ['Anna-Lena Müller-Lüdenscheidt', 'Anna-Lena', 'Müller-Lüdenscheidt'],
  ['Dr. Anna Schmidt', 'Anna', 'Schmidt'],
  ['Prof. Dr. med. Anna Schmidt', 'Anna', 'Schmidt'],
  ['Phil Collins', 'Phil', 'Collins'],
  ['Dr. phil. Anna Schmidt', 'Anna', 'Schmidt'],
  ['Frau Schmidt, Anna', 'Anna', 'Schmidt'],
  ['Schmidt, Dr. Anna', 'Anna', 'Schmidt'],
  ['Anna Schmidt, PhD', 'Anna', 'Schmidt'],
  ['Anna Schmidt M.A.', 'Anna', 'Schmidt'],
  ['Jack Ma', 'Jack', 'Ma'],
  ['Sammy Davis Jr.', 'Sammy', 'Davis Jr.'],
  ['Davis, Sammy, Jr.', 'Sammy', 'Davis Jr.'],
  ['Marie Anne DUPONT', 'Marie Anne', 'DUPONT'],
  ['ADA LOVELACE', 'ADA', 'LOVELACE'],
  ['山田 太郎', '太郎', '山田'],
  ['김 민수', '민수', '김'],
  ['Лев Толстой', 'Лев', 'Толстой'],
  ['עדה לאבלייס', 'עדה', 'לאבלייס'],
])('%s says clearly what is the last name', (cell, firstName, lastName) => {
  expect(splitFullName(cell)).toEqual({ firstName, lastName })
})

test.each([
  ['Augusta Ada Lovelace', 'Augusta Ada', 'Lovelace', 'Lovelace'],
  ['Gabriel García Márquez', 'Gabriel García', 'Márquez', 'Márquez'],
  ['María del Carmen García', 'María', 'del Carmen García', 'del Carmen García'],
  ['Vincent Van Gogh', 'Vincent', 'Van Gogh', 'Van Gogh'],
  ['Anna Maria von Trapp', 'Anna Maria', 'von Trapp', 'von Trapp'],
  ['Nguyễn Thị Minh Khai', 'Nguyễn Thị Minh', 'Khai', 'Khai'],
  ['DUPONT Jean', 'Jean', 'DUPONT', 'Jean'],
  ['Martin Luther King, Jr.', 'Martin Luther', 'King Jr.', 'King'],
])('%s could be split elsewhere', (cell, firstName, lastName, doubtful) => {
  expect(splitFullName(cell)).toEqual({ firstName, lastName, doubtful })
})

test.each([
  ['', '', ''],
  ['Ada', 'Ada', ''],
  ['Dr.', 'Dr.', ''],
  ['山田太郎', '山田太郎', ''],
  ['Lovelace,', '', 'Lovelace'],
  [', Ada', 'Ada', ''],
  ['Lovelace, Ada, London', 'Lovelace, Ada, London', ''],
])('%j does not tell both halves', (cell, firstName, lastName) => {
  expect(splitFullName(cell)).toEqual({ firstName, lastName })
})

test('whatever stands in a cell is split, and no word of it twice', () => {
  const word = fc.constantFrom(
    'Ada',
    'von',
    'der',
    'LOVELACE',
    'Dr.',
    'Jr.',
    ',',
    '山田',
    'F.',
    'y',
  )
  const cell = fc.oneof(
    fc.array(word, { maxLength: 8 }).map((words) => words.join(' ')),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
  )
  fc.assert(
    fc.property(cell, (cell) => {
      const { firstName, lastName, doubtful = '' } = splitFullName(cell)
      expect(firstName).toBe(firstName.trim())
      expect(lastName).toBe(lastName.trim())
      expect(firstName.length + lastName.length).toBeLessThanOrEqual(
        cell.normalize('NFC').length + 1,
      )
      expect(cell.normalize('NFC').replace(/\s+/g, ' ')).toContain(doubtful)
    }),
  )
})

test('a cell of 10,000 characters takes no time', () => {
  const start = performance.now()
  for (const part of ['a', 'a ', ', ', 'von ', 'Jr. ', '山']) splitFullName(part.repeat(10_000))
  expect(performance.now() - start).toBeLessThan(500)
})
