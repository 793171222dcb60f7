import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDatabase } from '../support/database.ts'
import type { TestDatabase } from '../support/database.ts'
import { allTables, keysWithoutCompany, ofNoCompany } from './keys.ts'
import { root } from './sources.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createDatabase()
})
afterAll(() => database.drop())

describe('tables can be distributed by company', () => {
  it('since the company leads every key, and every foreign key carries it', async () => {
    expect(await keysWithoutCompany(database.pool)).toEqual([])
  })

  it('but for those that belong to none, all of which are there', async () => {
    const tables = await allTables(database.pool)
    expect(tables.length).toBeGreaterThan(25)
    expect(tables).toEqual(expect.arrayContaining(Object.keys(ofNoCompany)))
  })

  it('and the document that says how names them all', async () => {
    const document = readFileSync(join(root, 'docs', 'scaling.md'), 'utf8')
    const tables = await allTables(database.pool)
    expect(tables.filter((table) => !document.includes(table))).toEqual([])
  })

  it('a key or a foreign key without the company is noticed', async () => {
    await database.pool.query(`
      create table strays (company_id uuid references companies, id uuid primary key);
      create table heaps (company_id uuid, id uuid);
      create unique index heaps_by_number on heaps (lower(id::text), company_id);
      create table guessers (
        company_id uuid, id uuid, stray uuid references strays (id), primary key (company_id, id))`)
    expect(await keysWithoutCompany(database.pool)).toEqual([
      'guessers: the foreign key guessers_stray_fkey is FOREIGN KEY (stray) REFERENCES strays(id)',
      'heaps has no primary key',
      'heaps: the index heaps_by_number begins with lower(id::text)',
      'strays: the index strays_pkey begins with id',
    ])
  })
})
