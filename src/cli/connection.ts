import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { exitCodes, Failure } from './failure.ts'
import { multipart } from './multipart.ts'
import type { Form } from './multipart.ts'
import { refusal } from './refusal.ts'
import { send, ServerGone } from './send.ts'
import type { Sentences } from './sentences.ts'
import type { Server } from './server.ts'

/** What one request says; the path is relative to `/api/v1/`. */
export interface Request {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  readonly query?: Readonly<Record<string, string | number | undefined>>
  readonly json?: unknown
  readonly form?: Form
  /** False: it must not be sent a second time when the server goes away before it answers. */
  readonly repeatable?: boolean
  readonly accept?: string
  readonly signal?: AbortSignal | undefined
}

/** Everything throws `Failure`: what the server refused, or that there is none. */
export interface Connection {
  stream(request: Request): Promise<IncomingMessage>
  json<Reply>(request: Request): Promise<Reply>
  readonly server: Server
  close(): Promise<void>
}

export interface ConnectionOptions {
  /** Finds the server, or another one when it went away. */
  readonly connect: () => Promise<Server>
  readonly headers: Readonly<Record<string, string>>
  readonly words: Sentences
  readonly signal: AbortSignal
  /** Told once, in a sentence, why a command waits that has waited for seconds. */
  readonly onWait?: ((why: string) => void) | undefined
}

// Long enough for a server to be restarted, short enough for a person to wait.
const patience = 30_000
// Whoever waits longer wants to know what for; a server that is started again is there sooner.
const silence = 2_000

/** A connection that outlives its server: when that goes away, it looks for another and repeats what may be repeated. */
export async function openConnection(options: ConnectionOptions): Promise<Connection> {
  const { words, headers, signal } = options
  let server = await options.connect()
  let reached = false

  async function ask<Answer>(
    request: Request,
    read: (reply: IncomingMessage) => Promise<Answer>,
  ): Promise<Answer> {
    const idempotencyKey = randomUUID()
    const began = performance.now()
    let isTold = false
    for (let attempt = 0; ; attempt++) {
      const waited = performance.now() - began
      const isLast = waited > patience
      try {
        const reply = await sendOnce(request, idempotencyKey)
        reached = true
        if ((reply.statusCode ?? 500) < 400) return await read(reply)
        const refused = await refusal(reply, server.url, words)
        // A server that ends, whose database is away or has no room for it, or a proxy that finds none.
        if (reply.statusCode === 503) throw new ServerGone(refused.message, { cause: refused })
        if (refused.code === 'sign-in-required' && server.kind === 'remote')
          throw refusedKey(refused)
        if (refused.code !== 'request-in-progress' || isLast) throw refused
      } catch (cause) {
        if (!(cause instanceof ServerGone)) throw cause
        const isHopeless = !reached || server.kind === 'own' || request.repeatable === false
        const failure = cause.cause instanceof Failure ? cause.cause : unreachable(cause)
        if (isHopeless || isLast) throw failure
        if (waited > silence && !isTold) {
          isTold = true
          options.onWait?.(words.triesAgain(failure.message, patience / 1_000))
        }
        if (server.kind === 'folder') server = await options.connect()
      }
      await wait(Math.min(100 * 2 ** attempt, 2_000), undefined, { signal })
    }
  }

  async function sendOnce(request: Request, idempotencyKey: string): Promise<IncomingMessage> {
    const { type, body } = content(request)
    return await send(addressOf(server.url, request), {
      method: request.method ?? 'GET',
      body,
      signal: request.signal ?? signal,
      headers: {
        ...headers,
        authorization: `Bearer ${server.key}`,
        accept: request.accept ?? 'application/json',
        ...(type === null ? {} : { 'content-type': type }),
        ...(request.method === 'POST' ? { 'idempotency-key': idempotencyKey } : {}),
      },
    })
  }

  function refusedKey({ exit, code }: Failure): Failure {
    return new Failure(exit, { code, title: words.refusedKey(server.url) })
  }

  function unreachable(cause: Error): Failure {
    const title = words.unreachable(server.url, cause.message)
    return new Failure(exitCodes.unexpected, { code: 'unreachable', title }, { cause })
  }

  return {
    stream: (request) => ask(request, (reply) => Promise.resolve(reply)),
    async json<Reply>(request: Request): Promise<Reply> {
      const body = await ask(request, wholeText)
      try {
        return JSON.parse(body)
      } catch (cause) {
        const title = words.notRoster(server.url)
        throw new Failure(exitCodes.unexpected, { code: 'not-roster', title }, { cause })
      }
    },
    get server() {
      return server
    },
    close: () => server.close(),
  }
}

function addressOf(server: string, { path, query = {} }: Request): URL {
  const url = new URL(`${server}/api/v1/${path}`)
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) url.searchParams.append(name, String(value))
  }
  return url
}

function content({ json, form }: Request): { type: string | null; body: Readable | string | null } {
  if (form !== undefined) return multipart(form)
  if (json !== undefined) return { type: 'application/json', body: JSON.stringify(json) }
  return { type: null, body: null }
}

async function wholeText(reply: IncomingMessage): Promise<string> {
  try {
    return await text(reply)
  } catch (cause) {
    throw new ServerGone('The answer broke off.', { cause })
  }
}
