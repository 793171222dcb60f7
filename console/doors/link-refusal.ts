import { ApiError } from '../api/client.ts'

/** Why a link does not open; null where it does, or where that is not known. */
export function linkRefusal(error: unknown): LinkRefusal | null {
  if (!(error instanceof ApiError)) return null
  const { code, details, message: sentence } = error
  return codes.has(code) ? { code, sentence, details } : null
}

export interface LinkRefusal {
  readonly code: string
  /** What the server says of it. */
  readonly sentence: string
  readonly details: ApiError['details']
}

const codes: ReadonlySet<string> = new Set([
  'link-unknown',
  'link-used',
  'link-expired',
  'link-replaced',
  'link-withdrawn',
  'link-too-early',
  'no-entry',
  'company-exists-already',
])
