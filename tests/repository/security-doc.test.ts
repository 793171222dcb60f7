import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const root = new URL('../../', import.meta.url)

test.each(['docs/security.md', 'docs/privacy.md', 'SECURITY.md'])(
  'every file and folder that %s names is there',
  (document) => {
    const text = readFileSync(new URL(document, root), 'utf8')
    const named = [...text.matchAll(/`((?:src|tests|docs|console)\/[^`\s]+|[A-Z]+\.md)`/g)]
    const missing = named
      .map(([, path = '']) => path)
      .filter((path) => !existsSync(new URL(path, root)))
    expect(missing).toEqual([])
  },
)

test('the walk through the standard gives every requirement of levels 1 and 2 one verdict, and no other number', () => {
  const asked = chapters.flatMap((sections, chapter) =>
    sections.flatMap((most, section) => upTo(`${chapter + 1}.${section + 1}`, most)),
  )
  expect(asked).toHaveLength(253)
  const answered = verdicts().flatMap(({ numbers }) => numbers)
  expect(answered.toSorted()).toEqual([...asked, ...higher].toSorted())
})

test('what is open in the walk stands at its top, and nothing else does', () => {
  const open = verdicts().flatMap(({ numbers, verdict }) => (verdict === 'open' ? numbers : []))
  const atTop = tableRows()
    .filter((cells) => cells.length === 2)
    .flatMap(([first = '']) => numbersIn(first))
  expect(atTop.toSorted()).toEqual(open.toSorted())
})

/** Chapter by chapter, how many requirements of level 1 or 2 each section of ASVS 5.0.0 begins with. */
const chapters: readonly (readonly number[])[] = [
  [2, 9, 11, 3, 2],
  [3, 3, 4, 1],
  [0, 2, 4, 6, 5, 0, 2],
  [3, 1, 2, 4],
  [1, 3, 2, 3],
  [3, 12, 4, 4, 5, 3, 0, 4],
  [3, 4, 2, 5, 2, 2],
  [2, 3, 1, 1],
  [3, 4],
  [2, 2, 4, 11, 5, 2, 3],
  [2, 3, 3, 4, 1, 1],
  [3, 2, 4],
  [1, 5, 2, 5],
  [2, 4, 3],
  [3, 3, 7],
  [1, 5, 4, 3, 3],
  [1, 4, 2],
]

/** Of level 3, and walked through nevertheless. */
const higher = ['1.2.10', '6.3.8', '14.2.7']

function verdicts() {
  return tableRows().flatMap(([first = '', verdict = '']) =>
    /^(?:holds|proxy|n\/a|open)$/.test(verdict) ? [{ numbers: numbersIn(first), verdict }] : [],
  )
}

/** The rows of all tables, as their cells; none of them has a bar in it. */
function tableRows(): readonly (readonly string[])[] {
  const text = readFileSync(new URL('docs/security.md', root), 'utf8')
  return text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
}

/** `1.2.1 – 1.2.3, 1.2.6` are four. */
function numbersIn(cell: string): readonly string[] {
  return [...cell.matchAll(/(\d+\.\d+)\.(\d+)(?: – \1\.(\d+))?/g)].flatMap(
    ([, section = '', first, last = first]) => upTo(section, Number(last)).slice(Number(first) - 1),
  )
}

function upTo(section: string, most: number): readonly string[] {
  return Array.from({ length: most }, (_, index) => `${section}.${index + 1}`)
}
