import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { filesDoc } from '../../scripts/files-doc.ts'

test('docs/files.md shows the cases that the tests run', () => {
  const page = readFileSync(new URL('../../docs/files.md', import.meta.url), 'utf8')
  expect(page, 'run “npm run docs”').toBe(filesDoc())
})
