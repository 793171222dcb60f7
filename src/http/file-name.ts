const longestName = 200

/**
 * The name of an uploaded file as it is stored and shown: without the folders before it, without what nobody could
 * see (control characters, marks that turn the direction of writing), and cut where it is too long; null when
 * nothing is left.
 */
export function fileName(uploaded: string | undefined): string | null {
  const name = (uploaded ?? '')
    .slice(-10 * longestName)
    .split(/[/\\]/u)
    .at(-1)
    ?.toWellFormed()
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/[\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]+/gu, '')
    .trim()
  if (name === undefined || name === '') return null
  return name.length <= longestName ? name : `${firstOf(name)}…${name.slice(-20).toWellFormed()}`
}

// The ending stays: it says what kind of file it is.
function firstOf(name: string): string {
  return name.slice(0, longestName - 21).toWellFormed()
}
