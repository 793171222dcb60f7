/** What every reading and writing of a whole installation is given. */
export interface Transfer {
  readonly signal: AbortSignal
  /** Told again and again how many of all rows have gone through. */
  readonly onProgress: (done: number, all: number) => void
}
