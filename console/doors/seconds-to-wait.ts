import { ApiError } from '../api/client.ts'

/** How long the next sign-in has to wait, where too many failed; null where that is not why it was refused. */
export function secondsToWait(error: unknown): number | null {
  if (!(error instanceof ApiError) || error.code !== 'too-many-sign-ins') return null
  return Number(error.details['seconds'])
}
