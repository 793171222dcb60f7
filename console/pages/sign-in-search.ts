/** Where to go after the sign-in: an address within the console, never one elsewhere. */
export interface SignInSearch {
  readonly back?: string
}

export function signInSearch({ back }: Record<string, unknown>): SignInSearch {
  return typeof back === 'string' && /^\/(?![/\\])/u.test(back) ? { back } : {}
}
