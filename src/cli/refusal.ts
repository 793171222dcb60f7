import type { IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { requestErrors } from '../domain/request-error.ts'
import type { ProblemDetails } from '../http/contract/problem-details.ts'
import { exitCodes, Failure } from './failure.ts'
import type { Sentences } from './sentences.ts'

/** Turns a reply that refuses into the failure of the command; the table of the domain says how to exit. */
export async function refusal(
  reply: IncomingMessage,
  url: string,
  words: Sentences,
): Promise<Failure> {
  const body = await text(reply).catch(() => '')
  const problem = readProblem(body)
  if (problem === null) {
    const title = words.notRoster(url)
    const details = { status: reply.statusCode ?? 0 }
    return new Failure(exitCodes.unexpected, { code: 'not-roster', title, details })
  }
  return new Failure(exitOf(problem.code), problem)
}

function readProblem(body: string): ProblemDetails | null {
  try {
    const problem: Partial<ProblemDetails> | null = JSON.parse(body)
    if (typeof problem?.code !== 'string' || typeof problem.title !== 'string') return null
    return {
      type: '',
      status: 0,
      request: '',
      details: {},
      ...problem,
      code: problem.code,
      title: problem.title,
    }
  } catch {
    return null
  }
}

function exitOf(code: string): number {
  const known = Object.entries(requestErrors).find(([name]) => name === code)
  return known?.[1].exit ?? exitCodes.unexpected
}
