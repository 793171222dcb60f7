import type { SingleSignOnFailure } from '../../access/single-sign-on/single-sign-on-error.ts'

/** The page of the sign-in, for who returns from the provider without being in, or has yet to begin. */
export function signInPage(search: {
  /** Where to go once they are in. */
  readonly back: string
  /** Why they are not; the page has a sentence for it. */
  readonly failed?: SingleSignOnFailure
  /** They choose a company. */
  readonly with?: 'company'
}): string {
  const { back, ...rest } = search
  const query = new URLSearchParams({ ...rest, ...(back !== '/' && { back }) })
  return query.size === 0 ? '/sign-in' : `/sign-in?${query.toString()}`
}
