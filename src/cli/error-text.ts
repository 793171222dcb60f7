import { getSystemErrorMap } from 'node:util'

/** What the operating system says is wrong, without the names of calls and paths. */
export function errorText(error: unknown): string {
  if (error instanceof AggregateError) return errorText(error.errors[0])
  if (!(error instanceof Error)) return String(error)
  const number = 'errno' in error && typeof error.errno === 'number' ? error.errno : null
  const [, text] = (number === null ? undefined : getSystemErrorMap().get(number)) ?? []
  return text ?? error.message
}
