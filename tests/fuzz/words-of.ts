import { SourceError } from '../../src/domain/table.ts'
import { toProblem } from '../../src/http/errors/to-problem.ts'

/**
 * The sentence with which a source is refused.
 * @throws what was given, when it is no such refusal; an error, when there is no sentence for it
 */
export function wordsOf(error: unknown): string {
  if (!(error instanceof SourceError)) throw error
  const { title, code } = toProblem(error, 'en', '').problem
  if (code === 'unexpected')
    throw new Error(`Nothing is said about ${error.code}.`, { cause: error })
  return title
}
