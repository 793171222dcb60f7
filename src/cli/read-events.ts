import type { Readable } from 'node:stream'
import { createParser } from 'eventsource-parser'

/** The data of the server-sent events of one kind. A connection that breaks ends them as its end does. */
export async function* readEvents(reply: Readable, event: string): AsyncGenerator<string> {
  const ready: string[] = []
  const parser = createParser({
    onEvent: (message) => {
      if (message.event === event) ready.push(message.data)
    },
  })
  reply.setEncoding('utf8')
  try {
    for await (const chunk of reply) {
      parser.feed(String(chunk))
      yield* ready.splice(0)
    }
  } catch (error) {
    if (!isBroken(error)) throw error
  }
}

function isBroken(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    (error.code === 'ECONNRESET' || error.code === 'ERR_STREAM_PREMATURE_CLOSE')
  )
}
