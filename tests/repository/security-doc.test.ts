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

test('the walk through the standard comes by all of its chapters', () => {
  const text = readFileSync(new URL('docs/security.md', root), 'utf8')
  const chapters = [...text.matchAll(/^## V(\d+) /gm)].map(([, number]) => Number(number))
  expect(chapters).toEqual(Array.from({ length: 17 }, (_, index) => index + 1))
})
