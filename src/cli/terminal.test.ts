import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { openTerminal } from './terminal.ts'

const { stdin, stderr } = process

test('many writes to a slow reader leave no listeners behind', async () => {
  const slow = output((_chunk, _encoding, done) => void setImmediate(done))
  const before = slow.eventNames().length
  const terminal = openTerminal({ stdin, stdout: slow, stderr, env: {} })
  for (let page = 0; page < 20; page++) await terminal.write('x')
  expect(slow.listenerCount('error')).toBe(1)
  expect(slow.eventNames().length).toBe(before + 1)
})

test('output that cannot be written is said once', async () => {
  const full = output((_chunk, _encoding, done) => done(new Error('no space left on device')))
  const terminal = openTerminal({ stdin, stdout: full, stderr, env: {} })
  await expect(terminal.write('x')).rejects.toThrow('no space left on device')
  await terminal.write('the failure, as a document')
  expect(terminal.isClosed).toBe(true)
})

test('a reader that has gone is nobody’s mistake', async () => {
  const gone = Object.assign(new Error('gone'), { code: 'EPIPE' })
  const closed = output((_chunk, _encoding, done) => done(gone))
  const terminal = openTerminal({ stdin, stdout: closed, stderr, env: {} })
  await terminal.write('x')
  expect(terminal.isClosed).toBe(true)
})

function output(write: NonNullable<ConstructorParameters<typeof Writable>[0]>['write'] & {}) {
  return Object.assign(new Writable({ highWaterMark: 1, write }), { isTTY: false })
}
