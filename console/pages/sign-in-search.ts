/** What the address of the sign-in says. */
export interface SignInSearch {
  /** Where to go afterwards: an address within the console, never one elsewhere. */
  readonly back?: string
  /** By another way than address and password. */
  readonly with?: 'key'
  /** Why the sign-in with the provider, from which somebody returns, did not work: the code of a refusal. */
  readonly failed?: string
}

export function signInSearch(asked: Record<string, unknown>): SignInSearch {
  const { back, failed } = asked
  return {
    ...(typeof back === 'string' && /^\/(?![/\\])/u.test(back) && { back }),
    ...(asked['with'] === 'key' && { with: 'key' }),
    ...(typeof failed === 'string' && { failed }),
  }
}
