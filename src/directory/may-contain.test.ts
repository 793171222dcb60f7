import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { createDatabase } from '../../tests/support/database.ts'
import { connect } from './connect.ts'
import { mayContain } from './may-contain.ts'

it.each([
  ['Ada Lovelace', 'LOVE', true],
  ['Ada Lovelace', 'hopper', false],
  // What is searched for may stand in two texts, or be written otherwise in JSON.
  ['{"firstName":"Ada","lastName":"Lovelace"}', 'ada lovelace', true],
  ['"Mary \\"May\\" Shaw"', '"may" sh', true],
  // i is the lower case of this letter, too, and k that of the sign of kelvin.
  ['İNAN', 'inan', true],
  ['\u212Aelly', 'kelly', true],
  ['Émile', 'e\u0301mile', true],
  ['MÜLLER', 'müller', true],
  ['Ärmel', 'ä', true],
  ['Ardı', 'İi', true],
])('rules out nothing that contains it: %s, %s', async (text, wanted, may) => {
  await using database = await createDatabase()
  const { rows } = await sql<{ may: boolean }>`
    select ${mayContain(sql`${text}::text`, wanted)} as may`.execute(connect(database.pool))
  expect(rows).toEqual([{ may }])
})
