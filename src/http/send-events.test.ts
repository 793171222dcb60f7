import { connect } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import fastify from 'fastify'
import { expect, test } from 'vitest'
import { untilGone } from './batch-request.ts'
import { sendEvents } from './send-events.ts'

test('events are named, and the answer ends with them', async () => {
  await using served = await serve(async function* () {
    yield { done: 1 }
    yield { done: 2 }
  })
  const answer = await fetch(served.url)
  expect(await answer.text()).toBe(
    'event: progress\ndata: {"done":1}\n\nevent: progress\ndata: {"done":2}\n\n',
  )
})

test('when the client leaves, the watching ends', async () => {
  const ended = Promise.withResolvers<string>()
  await using served = await serve(async function* (signal) {
    try {
      yield { done: 1 }
      await new Promise((resolve) => signal.addEventListener('abort', resolve))
    } finally {
      ended.resolve('ended')
    }
  })
  const leaving = new AbortController()
  const answer = await fetch(served.url, { signal: leaving.signal })
  const reader = answer.body?.getReader()
  await reader?.read()
  leaving.abort()

  expect(await ended.promise).toBe('ended')
})

test('a watching that fails breaks the answer off, so that its end is not taken for the batch’s', async () => {
  await using served = await serve(async function* () {
    yield { done: 1 }
    throw new Error('lost')
  })
  const answer = await fetch(served.url)
  await expect(answer.text()).rejects.toThrow('terminated')
})

test('a client that never reads is left before its events fill the memory', async () => {
  const ended = Promise.withResolvers<number>()
  await using served = await serve(async function* () {
    let told = 0
    try {
      for (; told < 1_000; told++) {
        yield { text: 'x'.repeat(100_000) }
        await setImmediate()
      }
    } finally {
      ended.resolve(told)
    }
  })
  const socket = connect(Number(new URL(served.url).port), '127.0.0.1').on('error', () => {})
  socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')
  socket.pause()

  expect(await ended.promise).toBeLessThan(1_000)
  socket.destroy()
})

async function serve(
  items: (signal: AbortSignal) => AsyncGenerator<object>,
): Promise<AsyncDisposable & { readonly url: string }> {
  const server = fastify({ forceCloseConnections: true })
  server.get('/', (_, reply) => sendEvents(reply, 'progress', items(untilGone(reply))))
  return {
    url: await server.listen({ port: 0, host: '127.0.0.1' }),
    [Symbol.asyncDispose]: () => server.close(),
  }
}
