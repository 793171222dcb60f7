import type { TFunction } from 'i18next'
import { ApiError } from '../api/client.ts'

/** What went wrong and what to do about it, in a sentence: the server's own wherever it said one. */
export function describeFailure(error: unknown, t: TFunction): string {
  if (!(error instanceof ApiError)) return t('failure.unknown')
  if (error.code === 'unreachable') return t('failure.unreachable')
  if (error.code === 'unreadable') return t('failure.unreadable', { title: error.message })
  if (error.code === 'file-changed') return t('failure.fileChanged')
  return error.message
}
