import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { createDatabase } from '../../tests/support/database.ts'
import { connect } from '../directory/connect.ts'
import { noTotals } from '../domain/batch.ts'
import { newId } from '../domain/id.ts'
import { beginVerification, findVerification } from './verifications.ts'

const rows = { ...noTotals, rows: 10 }

test('a verification is seen from its begin to its end, and how far it has come', async () => {
  await using database = await createDatabase()
  const db = connect(database.pool)
  const batch = { companyId: newId(), id: newId() }
  const found = () => findVerification(db, batch)
  const underway = await beginVerification(db, batch)
  expect(await found()).toEqual({ totals: null })
  underway.report({ ...rows, ready: 5 })
  await expect.poll(found, { timeout: 5_000 }).toMatchObject({ totals: { ready: 5 } })

  // Another one that waits for it has nothing to say.
  const waiting = await beginVerification(db, batch)
  expect(await found()).toMatchObject({ totals: { ready: 5 } })
  expect(await findVerification(db, { ...batch, companyId: newId() })).toBeUndefined()
  await underway[Symbol.asyncDispose]()
  expect(await found()).toEqual({ totals: null })
  await waiting[Symbol.asyncDispose]()
  expect(await found()).toBeUndefined()
})

test('one whose process died is none after ten seconds, and is forgotten by the next', async () => {
  await using database = await createDatabase()
  const db = connect(database.pool)
  const batch = { companyId: newId(), id: newId() }
  await sql`
    insert into batch_verifications (company_id, batch_id, id, seen_at)
    values (${batch.companyId}, ${batch.id}, ${newId()}, now() - interval '11 seconds')`.execute(db)
  expect(await findVerification(db, batch)).toBeUndefined()
  const next = await beginVerification(db, batch)
  await next[Symbol.asyncDispose]()
  expect((await sql`select from batch_verifications`.execute(db)).rows).toEqual([])
})
