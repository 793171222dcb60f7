/** How long a password must be, at least; the server has the same rule. */
export const leastPasswordLength = 10

/** How many characters a person counts in it. */
export function lengthOf(password: string): number {
  // Older browsers have none; it is a hint, and the server judges.
  const segmenter = Intl.Segmenter as typeof Intl.Segmenter | undefined
  return segmenter === undefined
    ? Array.from(password).length
    : Array.from(new segmenter().segment(password)).length
}
