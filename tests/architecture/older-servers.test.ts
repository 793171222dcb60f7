import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { migrations } from '../../src/directory/migrations/index.ts'
import { breaksOlderServers } from './breaks-older-servers.ts'

const folder = new URL('../../src/directory/migrations/', import.meta.url)

/** Since then an older server may run beside a newer one. */
const first = '0019'

test('no migration breaks the servers that still run the version before', () => {
  const names = readdirSync(folder).filter((name) => /^\d{4}-/u.test(name) && name >= first)
  expect(names.map((name) => name.replace('.ts', ''))).toEqual(
    Object.keys(migrations).filter((name) => name >= first),
  )
  for (const name of names) {
    const source = readFileSync(new URL(name, folder), 'utf8')
    expect([name, breaksOlderServers(source)]).toEqual([name, []])
  }
})

test.each([
  'alter table users drop column status',
  'drop table rooms',
  'alter table users rename column email to address',
  'alter table mails alter column state type text',
  'alter table mails alter column state set data type text',
  'alter table mails alter column state\n set not null',
  'alter table mails add constraint once unique (company_id, id)',
  'alter table mails add column size int not null',
  'alter table mails add column size int not null, add column kind text not null default 1',
])('what breaks them is noticed: %s', (statement) => {
  expect(breaksOlderServers(`await sql\`${statement}\`.execute(db)`)).toHaveLength(1)
})

test.each([
  'alter table mails add column size int',
  'alter table mails add column size int not null default 0',
  'alter table mails add column size int default 0 not null, add column kind text',
  'create table sizes (mail uuid not null, size int not null)',
  '-- nobody could drop column status here\n create index on mails (size)',
])('what they never notice may be done: %s', (statement) => {
  expect(breaksOlderServers(`await sql\`${statement}\`.execute(db)`)).toEqual([])
})
