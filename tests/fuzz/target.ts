/** A part of the program that takes what strangers write. */
export interface Target {
  readonly name: string
  /** Inputs to begin with: good ones, so that what is made of them gets far. */
  readonly seeds: () => Promise<readonly Uint8Array[]>
  /** Throws when an input was answered neither with a result nor with a problem in words. */
  readonly run: (input: Uint8Array) => Promise<void>
}

/** The longest that one input may take, in milliseconds. */
export const patience = 5_000

/** No input is made larger: what is long is tried by the tests of limits. */
export const mostBytes = 16_384
