import { createRequire } from 'node:module'
import { expect, test } from 'vitest'

test('the tables of the queue are those beside which the version before can run', () => {
  const { pgboss } = createRequire(import.meta.url)('pg-boss/package.json') as {
    readonly pgboss: { readonly schema: number }
  }
  // Another number: see “A migration” in CONTRIBUTING.md before it is changed here.
  expect(pgboss.schema).toBe(43)
})
