import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { directoryOf } from '../support/directory.ts'
import { resultsPerRow } from '../support/interrupt.ts'
import { openStage, type Stage } from '../support/stage.ts'

let stage: Stage
beforeAll(async () => void (stage = await openStage({ chunkSize: 2 })))
afterAll(() => stage[Symbol.asyncDispose]())

/** From now on the database refuses a user of this address, as it does with no room on the disk. */
async function refuse(email: string, sqlState: string): Promise<void> {
  await sql`
    create function refuse() returns trigger language plpgsql as ${sql.raw(`$$ begin
      raise exception 'refused' using errcode = '${sqlState}';
    end $$`)}`.execute(stage.db)
  await sql`
    create trigger refuse before insert on users for each row
    when (new.email = ${sql.lit(email)}) execute function refuse()`.execute(stage.db)
}

async function refuseNothing(): Promise<void> {
  await sql`drop function refuse() cascade`.execute(stage.db)
}

test.each([
  ['53100', 'storage-full'],
  ['XX000', 'unexpected'],
])(
  'a chunk that the database refuses with %s leaves nothing of itself: the batch is failed (%s), and goes on later',
  async (sqlState, cause) => {
    const company = await stage.company()
    const lines = Array.from({ length: 12 }, (_, n) => `u${n}@example.org,U,N`)
    await refuse('u5@example.org', sqlState)
    const failed = await company.run('invite-users', lines)
    await refuseNothing()
    expect(failed.batch).toMatchObject({ state: 'failed', cause })
    expect(failed.said.slice(4, 6)).toEqual(['ready', 'ready'])
    const emails = (await directoryOf(company)).users.map(({ email }) => email)
    expect(emails).not.toContain('u4@example.org')
    expect(failed.batch.totals.done).toBe(emails.length - 1)

    await stage.engine.resumeBatch(failed.batch, company.admin)
    const end = await company.settled(failed.batch)
    expect(end.batch).toMatchObject({ state: 'done', cause: null, totals: { done: 12, mails: 12 } })
    expect(await resultsPerRow(stage.db, end.batch)).toEqual(lines.map(() => 1))
    expect((await directoryOf(company)).users).toHaveLength(13)
  },
)

test('what only a moment refuses is tried again, and nobody notices', async () => {
  const company = await stage.company()
  await sql`create sequence moments`.execute(stage.db)
  await sql`
    create function refuse() returns trigger language plpgsql as $$ begin
      if nextval('moments') < 4 then
        raise exception 'not now' using errcode = '40001';
      end if;
      return new;
    end $$`.execute(stage.db)
  await sql`
    create trigger refuse before insert on users for each row execute function refuse()`.execute(
    stage.db,
  )
  const { batch } = await company.run('invite-users', ['ada@example.org,Ada,L'])
  await refuseNothing()
  expect(batch).toMatchObject({ state: 'done', totals: { done: 1, mails: 1 } })
})
