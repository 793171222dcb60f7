import type { Particulars } from './problem.ts'
import { accessErrors } from './request-errors/access-errors.ts'
import { batchErrors } from './request-errors/batch-errors.ts'
import { directoryErrors } from './request-errors/directory-errors.ts'
import { generalErrors } from './request-errors/general-errors.ts'
import { mailErrors } from './request-errors/mail-errors.ts'
import { sourceErrors } from './request-errors/source-errors.ts'

/**
 * Why a request cannot be answered: the one table that turns a code into the status of HTTP, the
 * exit code of the command line, and a sentence. `{name}` in a sentence is a particular.
 *
 * Exit codes: 1 unexpected · 2 usage, or the input cannot be read or mapped · 3 the verification
 * found problems · 5 a confirmation is needed.
 */
export const requestErrors = {
  ...generalErrors,
  ...accessErrors,
  ...directoryErrors,
  ...mailErrors,
  ...sourceErrors,
  ...batchErrors,
} as const

export type RequestErrorCode = keyof typeof requestErrors

/** A request that cannot be answered, for a reason that its caller can understand. */
export class RequestError extends Error {
  override readonly name = 'RequestError'
  readonly code: RequestErrorCode
  readonly particulars: Particulars

  constructor(code: RequestErrorCode, particulars: Particulars = {}, options?: ErrorOptions) {
    super(code, options)
    this.code = code
    this.particulars = particulars
  }
}
