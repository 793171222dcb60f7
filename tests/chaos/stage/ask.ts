import { setTimeout as delay } from 'node:timers/promises'
import type { Stage } from './open-stage.ts'
import type { Server } from './server.ts'

/** A definite answer of the API. */
export interface Answer {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
}

export interface Question {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly key: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

// Longer than a take-over, and than anything that a round does to a server.
const patience = 180_000

/** Asks one server after the other until one answers for certain, as a client does that cannot afford not to know. */
export async function ask(stage: Stage, question: Question): Promise<Answer> {
  const end = performance.now() + patience
  for (let tries = 0; performance.now() < end; tries++) {
    const open = stage.servers.filter(({ role, state }) => role !== 'worker' && state !== 'down')
    const server = open[tries % Math.max(open.length, 1)]
    const answer = server === undefined ? null : await askOnce(server, question)
    if (answer !== null && !isPassing(answer)) return answer
    await delay(50 + 50 * Math.min(tries, 10))
  }
  throw new Error(`Nobody answers: ${question.method} ${question.path}`)
}

/** Asks one server once; null: whether it has acted is not known. */
export async function askOnce(
  { url }: Pick<Server, 'url'>,
  { method, path, key, body, headers }: Question,
): Promise<Answer | null> {
  try {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(8_000),
    })
    const text = await answer.text()
    return { status: answer.status, body: text === '' ? {} : JSON.parse(text) }
  } catch {
    return null
  }
}

function isPassing({ status, body }: Answer): boolean {
  const code = String(body['code'])
  return status >= 500 || status === 429 || /busy|in-progress|too-many/.test(code)
}
