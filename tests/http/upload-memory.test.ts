import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import { Readable } from 'node:stream'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { batch, type Batch } from '../../src/http/contract/batch.ts'
import { startServer, type TestServer } from './support/start-server.ts'

const megabyte = 1024 * 1024

// Without it V8 lets some hundred megabytes of garbage lie, and that would be measured instead.
setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

test('an upload of 100 MB passes through, and is never gathered', async () => {
  await using here = await startServer()
  await upload(here, 2, () => {})
  collectGarbage()
  const before = process.memoryUsage.rss()
  let peak = before
  const created = await upload(here, 100, (sent) => {
    if (sent % 10 === 0) collectGarbage()
    peak = Math.max(peak, process.memoryUsage.rss())
  })

  expect(created.source.rows).toBe(rowsPerMegabyte * 100)
  expect((peak - before) / megabyte).toBeLessThan(120)
}, 120_000)

// Few long rows: what is measured is the way in, and the database would take its time with many.
const row = `somebody@example.org,${'abcdefgh '.repeat(3000)}\n`
const rowsPerMegabyte = Math.floor(megabyte / row.length)
const block = Buffer.from(row.repeat(rowsPerMegabyte))

async function upload(
  here: TestServer,
  megabytes: number,
  onSent: (megabytes: number) => void,
): Promise<Batch> {
  const sending = request(`${here.url}/api/v1/batches`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${here.company.key}`,
      'content-type': 'multipart/form-data; boundary=frontier',
    },
  })
  const answer = new Promise<Readable>((resolve, reject) => {
    sending.once('response', resolve).once('error', reject)
  })
  Readable.from(form(megabytes, onSent)).pipe(sending)
  return batch.parse(JSON.parse(await text(await answer)))
}

function* form(megabytes: number, onSent: (megabytes: number) => void): Generator<Buffer> {
  yield Buffer.from(`${part('operation')}\r\n\r\ndelete-users\r\n`)
  yield Buffer.from(`${part('file')}; filename="large.csv"\r\n\r\n`)
  for (let sent = 1; sent <= megabytes; sent++) {
    yield block
    onSent(sent)
  }
  yield Buffer.from('\r\n--frontier--\r\n')
}

function part(name: string): string {
  return `--frontier\r\nContent-Disposition: form-data; name="${name}"`
}
