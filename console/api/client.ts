import type { ProblemDetails } from '../../src/http/contract/problem-details.ts'

/** An answer that is no success: its sentence tells a person what happened and what to do. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  /** Stable; `unreachable` when no answer came at all, `unreadable` when none of ours came. */
  readonly code: string
  readonly status: number
  readonly details: ProblemDetails['details']

  constructor(problem: Pick<ProblemDetails, 'code' | 'status' | 'title' | 'details'>) {
    super(problem.title)
    this.code = problem.code
    this.status = problem.status
    this.details = problem.details
  }
}

export interface Question {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Sent as JSON. */
  readonly body?: unknown
  /** Sent as it is, with its type, in the place of a body. */
  readonly file?: Blob
  /** What is undefined is left out; lists are repeated. */
  readonly query?: Query
  readonly signal?: AbortSignal | undefined
  /** The same for every attempt at the same act, so that it is done once. */
  readonly idempotencyKey?: string
  /** The secret part of the link by which somebody came, where that is what lets them in. */
  readonly link?: string
}

export type Query = Readonly<
  Record<string, string | number | boolean | readonly string[] | null | undefined>
>

/**
 * Asks the API; `path` is below `/api/v1`. Who asks is told by a cookie that no script can read.
 * @throws ApiError
 */
export async function ask<Answer>(path: string, question: Question = {}): Promise<Answer> {
  const { method = 'GET', body, file, query = {}, signal, idempotencyKey, link } = question
  const headers = new Headers({ 'accept-language': document.documentElement.lang })
  if (body !== undefined) headers.set('content-type', 'application/json')
  if (file !== undefined) headers.set('content-type', file.type)
  if (idempotencyKey !== undefined) headers.set('idempotency-key', idempotencyKey)
  if (link !== undefined) headers.set('roster-link', link)
  const answer = await reach(address(path, query), {
    method,
    headers,
    signal: signal ?? null,
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(file !== undefined && { body: file }),
  })
  if (!answer.ok) throw await refusal(answer)
  // A 204 has no body; whoever asks for one expects nothing.
  return (answer.status === 204 ? undefined : await answer.json()) as Answer
}

/** The address of something in the API, for links and downloads. */
export function address(path: string, query: Query = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null) continue
    for (const one of [value].flat()) search.append(name, String(one))
  }
  const text = search.toString()
  return `/api/v1${path}${text === '' ? '' : `?${text}`}`
}

/** What a body that is not a success says; it may come from something that stands before the server. */
export function readRefusal(status: number, body: string): ApiError {
  try {
    const problem = JSON.parse(body) as Partial<ProblemDetails>
    const { code, title, details = {} } = problem
    if (typeof code === 'string' && typeof title === 'string') {
      return new ApiError({ code, title, status, details })
    }
  } catch {
    // Said below.
  }
  return new ApiError({ code: 'unreadable', title: `HTTP ${status}`, status, details: {} })
}

/** No answer came: the server is down, or the network. */
export function unreachable(): ApiError {
  return new ApiError({ code: 'unreachable', title: '', status: 0, details: {} })
}

async function refusal(answer: Response): Promise<ApiError> {
  return readRefusal(answer.status, await answer.text())
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init)
  } catch (error) {
    if (init.signal?.aborted === true) throw error
    throw unreachable()
  }
}
