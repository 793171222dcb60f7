/** Why somebody who signs in with the provider does not get in. */
export type SingleSignOnFailure =
  | 'single-sign-on-failed'
  | 'user-not-found'
  | 'email-not-verified'
  | 'access-denied'

/** Nobody was let in; the page of the sign-in has a sentence for each code. */
export class SingleSignOnError extends Error {
  override readonly name = 'SingleSignOnError'
  readonly code: SingleSignOnFailure

  constructor(code: SingleSignOnFailure, options?: ErrorOptions) {
    super(code, options)
    this.code = code
  }
}
