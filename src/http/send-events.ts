import { setInterval } from 'node:timers'
import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'

/**
 * Answers with server-sent events, each named `event`, until `items` end or the client leaves. A comment every few
 * seconds keeps proxies from taking the silence for the end.
 */
export function sendEvents(
  reply: FastifyReply,
  event: string,
  items: AsyncIterable<unknown>,
): FastifyReply {
  const stream = new Readable({ read() {} })
  const heartbeat = setInterval(() => stream.push(': still here\n\n'), heartbeatEvery)
  stream.once('close', () => clearInterval(heartbeat))
  void pump(stream, event, items)
  return reply
    .header('content-type', 'text/event-stream; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('x-accel-buffering', 'no')
    .send(stream)
}

const heartbeatEvery = 15_000

// What is not read is not waited for, since an event is a few hundred bytes; but not kept forever either.
const mostUnread = 1_000_000

async function pump(stream: Readable, event: string, items: AsyncIterable<unknown>): Promise<void> {
  try {
    for await (const item of items) {
      if (stream.destroyed) return
      if (stream.readableLength > mostUnread)
        throw new Error('The client does not read the events.')
      stream.push(`event: ${event}\ndata: ${JSON.stringify(item)}\n\n`)
    }
    stream.push(null)
  } catch (error) {
    stream.destroy(error instanceof Error ? error : new Error(String(error)))
  }
}
