import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { operationsDoc } from '../../scripts/operations-doc.ts'

test('docs/operations.md says what the operations say about themselves', () => {
  const page = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8')
  expect(page, 'run “npm run docs”').toBe(operationsDoc())
})
