import { expect, test } from 'vitest'
import { findBatch } from '../../src/directory/batches.ts'
import { workplace } from '../cli/support/roster.ts'
import { json } from '../http/support/start-server.ts'
import { draft, verify } from '../support/batch.ts'
import { holdRoom, resultsPerRow } from '../support/interrupt.ts'
import { startSmtpServer } from '../support/smtp-server.ts'
import { companyIn, lookInto, serve, type Inside } from './support/serve-folder.ts'

// As the engine cuts them.
const chunk = 5_000

// The second chunk waits for its room; of each chunk, ten guests get a mail.
const lines = Array.from({ length: 2 * chunk + 20 }, (_, row) => {
  const room = row === chunk ? 'held' : 'open'
  return `guest${row}@example.net,Guest ${row},${room},Guest,${row % chunk < 10 ? 'True' : 'False'}`
})
const mails = 30

test('what was exported while a batch executed goes on elsewhere: each row has one result, each guest one mail', async () => {
  await using smtp = await startSmtpServer()
  await using place = await workplace()
  const env = { ROSTER_SMTP_URL: smtp.url }
  const original = await serve(place, 'data', env)
  const { batch, headers, sent } = await exportWhileExecuting()

  const imported = await place.roster(['import', 'all.zip', '--data', 'other', '--json'])
  expect(imported).toMatchObject({ exit: 0 })
  expect(JSON.parse(imported.out)).toMatchObject({ batches: 1, held: 0, queued: 0 })
  const elsewhere = await serve(place, 'other', env)
  await using inside = await lookInto(place, 'other')
  const state = async () => (await findBatch(inside.db, batch)).state
  await expect.poll(state, { timeout: 20_000 }).toBe('done')
  const record = await findBatch(inside.db, batch)
  expect(record.totals).toMatchObject({ done: lines.length, failed: 0, ready: 0 })
  expect(await resultsPerRow(inside.db, record)).toEqual(lines.map(() => 1))
  expect(await counted(inside, 'guests')).toBe(lines.length)

  // The original may have gone on, too: what had not left there waits here.
  expect(smtp.arrived).toHaveLength(sent)
  const released = await elsewhere.ask('/mails/release', {
    ...json('POST', { all: true }, headers),
  })
  expect(await released.json()).toEqual({ mails: mails - sent })
  await expect.poll(() => smtp.arrived.length, { timeout: 10_000 }).toBe(mails)
  expect(new Set(smtp.arrived.map(({ to }) => to)).size).toBe(mails)
  await elsewhere.end('SIGTERM')
  // It ends the database that its killed server left behind.
  expect(await place.roster(['export', 'again.zip'])).toMatchObject({ exit: 0 })

  async function exportWhileExecuting() {
    await using inside = await lookInto(place, 'data')
    const company = await companyIn(inside.db)
    const where = { ...company, db: inside.db }
    const held = await holdRoom(inside.db, await company.addRoom('held'))
    await company.addRoom('open')
    const plan = await verify(where, await draft(where, 'invite-guests', lines))
    const headers = Object.fromEntries(company.headers)
    const asked = json('POST', { digest: plan.digest }, headers)
    expect((await original.ask(`/batches/${plan.id}/execution`, asked)).status).toBe(202)
    // The first and the last chunk are done, and their mails are sent; the second is in the middle of its transaction.
    await expect.poll(() => smtp.arrived.length, { timeout: 20_000 }).toBe(mails - 10)
    const unsent = `select count(*)::int as left from mails where state <> 'sent'`
    const left = async () => (await inside.pool.query<{ left: number }>(unsent)).rows[0]?.left
    await expect.poll(left).toBe(0)
    const exported = await place.roster(['export', 'all.zip'])
    expect(exported).toMatchObject({ exit: 0 })
    expect((await findBatch(inside.db, plan)).state).toBe('executing')
    // Released only now, or the original would go on with the rest.
    await original.end('SIGKILL')
    await held.release().catch(() => {})
    return { batch: { companyId: plan.companyId, id: plan.id }, headers, sent: mails - 10 }
  }
}, 120_000)

async function counted({ pool }: Inside, table: string): Promise<number | undefined> {
  const { rows } = await pool.query<{ count: number }>(
    `select count(*)::int as count from ${table}`,
  )
  return rows[0]?.count
}
