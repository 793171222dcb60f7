/** What the address of the sign-in says. */
export interface SignInSearch {
  /** Where to go afterwards: an address within the console, never one elsewhere. */
  readonly back?: string
  /** By another way than address and password; `company`: they come from the provider, and choose one. */
  readonly with?: 'key' | 'company'
  /** Why the sign-in with the provider, from which somebody returns, did not work: the code of a refusal. */
  readonly failed?: string
}

export function signInSearch(asked: Record<string, unknown>): SignInSearch {
  const { back, failed, with: way } = asked
  return {
    ...(typeof back === 'string' && /^\/(?![/\\])/u.test(back) && { back }),
    ...((way === 'key' || way === 'company') && { with: way }),
    ...(typeof failed === 'string' && { failed }),
  }
}
