import { expect, test } from 'vitest'
import { batch } from '../../src/http/contract/batch.ts'
import { read } from './support/read.ts'
import { json, startServer } from './support/start-server.ts'

test('who loses the permission while they watch a batch sees nothing more of it', async () => {
  let time = Date.now()
  await using here = await startServer({ now: () => new Date(time) })
  const text = 'ada@example.org,Ada,Lovelace'
  const drafted = await here.ask('/batches', json('POST', { operation: 'invite-users', text }))
  const { batch: id } = await read(drafted, batch)
  const become = (state: 'waiting' | 'executing') =>
    here.db.updateTable('batches').set({ state }).where('id', '=', id).execute()
  await become('waiting')
  const key = await here.addUser(here.company.id, 'bob@example.org', ['manage-company-settings'])
  const leaving = new AbortController()
  const { body } = await here.ask(`/batches/${id}/events`, { key, signal: leaving.signal })
  const events = body?.pipeThrough(new TextDecoderStream()).getReader()
  expect((await events?.read())?.value).toContain('waiting')

  await here.db
    .deleteFrom('user_permissions')
    .where('user_id', '<>', here.company.adminId)
    .execute()
  // What is told within a second is told to who was let in a moment ago.
  time += 1_000
  await become('executing')
  expect(await events?.read()).toEqual({ done: true, value: undefined })
  leaving.abort()
})
