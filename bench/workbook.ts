import { mkdtempDisposable, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeOds, writeXlsx } from 'hucre'
import { readFileWith, sentence, type DecodeFigures } from './read-file.ts'
import { workbookReaders } from './readers.ts'

/**
 * Measures how a workbook with ten columns is read, and beside it how public readers do it. Promises: at least 30,000 rows a second of an XLSX of 100,000 rows, and less than 500 MB.
 */
export async function measureWorkbook(
  rows: number,
  say: (line: string) => void,
): Promise<DecodeFigures> {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'roster-bench-'))
  const path = join(folder.path, 'people.xlsx')
  await writeFile(path, await writeXlsx({ sheets: [{ name: 'people', rows: people(rows) }] }))
  const ours = await readFileWith('roster', path)
  say(`read XLSX: ${sentence(ours)}`)
  for (const reader of Object.keys(workbookReaders).filter((name) => name !== 'roster')) {
    say(`  beside it: ${sentence(await readFileWith(reader, path), ours)}`)
  }
  const other = join(folder.path, 'people.ods')
  await writeFile(other, await writeOds({ sheets: [{ name: 'people', rows: people(rows) }] }))
  say(`read ODS: ${sentence(await readFileWith('roster', other))}`)
  return ours
}

/** A list such as another system exports: texts that are different in each row, some that repeat, numbers, booleans. */
function people(rows: number) {
  const header = ['email', 'first name', 'last name', 'rooms', 'role']
  const others = ['department', 'employee', 'since', 'active', 'city']
  const titles: (string | number | boolean)[] = [...header, ...others]
  const lines = Array.from({ length: rows }, (_, n) => {
    const room = `room ${n % 50},room 51`
    const person = [`person${n}@example.org`, `Jürgen${n}`, 'Müller', room, 'Participant']
    return [...person, `Department ${n % 20}`, n, 20_200_101 + (n % 28), n % 3 > 0, 'Zürich']
  })
  return [titles, ...lines]
}
