import type { z } from 'zod'
import { problemDetails, type ProblemDetails } from '../../../src/http/contract/problem-details.ts'

/** The body of an answer, which must be what the contract says. */
export async function read<Schema extends z.ZodType>(
  answer: Response,
  schema: Schema,
): Promise<z.output<Schema>> {
  if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`)
  return schema.parse(await answer.json())
}

/** The problem of an answer that refuses; its status must be the answer's. */
export async function refusal(answer: Response): Promise<ProblemDetails> {
  const problem = problemDetails.parse(await answer.json())
  const type = answer.headers.get('content-type')
  if (problem.status !== answer.status || type !== 'application/problem+json; charset=utf-8') {
    throw new Error(`${answer.status} ${type}: ${JSON.stringify(problem)}`)
  }
  return problem
}

/** Status and code of an answer that refuses. */
export async function refused(answer: Response): Promise<readonly [number, string]> {
  const { status, code } = await refusal(answer)
  return [status, code]
}
