import { mkdtempDisposable, open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readFileWith, sentence, type DecodeFigures } from './read-file.ts'
import { textReaders } from './readers.ts'

/**
 * Measures how a CSV file of five columns is decoded at each number of rows, and beside it how public parsers do
 * it. Promise: a million rows in under 300 MB.
 */
export async function measureDecode(
  sizes: readonly number[],
  say: (line: string) => void,
): Promise<readonly DecodeFigures[]> {
  const figures: DecodeFigures[] = []
  await using folder = await mkdtempDisposable(join(tmpdir(), 'roster-bench-'))
  for (const rows of sizes) {
    const path = join(folder.path, `${rows}.csv`)
    await writeRows(path, rows)
    const ours = await readFileWith('roster', path)
    figures.push(ours)
    say(`decode CSV: ${sentence(ours)}`)
    for (const reader of Object.keys(textReaders).filter((name) => name !== 'roster')) {
      say(`  beside it: ${sentence(await readFileWith(reader, path), ours)}`)
    }
  }
  return figures
}

async function writeRows(path: string, rows: number): Promise<void> {
  await using file = await open(path, 'w')
  await file.writeFile('email,first name,last name,rooms,role\n')
  for (let from = 0; from < rows; from += 10_000) {
    const lines = Array.from({ length: Math.min(10_000, rows - from) }, (_, at) => line(from + at))
    await file.writeFile(lines.join(''))
  }
}

function line(number: number): string {
  return `person${number}@example.org,Jürgen${number},Müller,"room ${number % 50},room 51",Participant\n`
}
