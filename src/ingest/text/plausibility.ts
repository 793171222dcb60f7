// Letters beyond ASCII as they stand in names, the more frequent ones with more weight: one byte is ö in code page 850
// and î in Mac Roman, and there are many more people whose name has an ö.
const weights: readonly (readonly [weight: number, letters: string])[] = [
  [4, 'äöüéÄÖÜ'],
  [3, 'ßáàâèêëçñóôíïúøåæłęąśżćńóščžřěůýőű'],
  [2, 'ÉÁÀÂÈÊÇÑÓÔÍÚØÅÆŁŚŻĆŠČŽŘĽŐŰîìòùûãõœăşţșťďňôŕźĺľđŹŞŤĎŇĐ'],
  [1, 'ÎÏÌËÒÙÛÃÕŒÝÞÐþðÿĄĘŃ'],
]

const weightOf: ReadonlyMap<string, number> = new Map(
  weights.flatMap(([weight, letters]) =>
    letters.split('').map((letter) => [letter, weight] as const),
  ),
)

/** One or more parts, each in small letters, in capitals, or with a capital at its beginning. */
const caseOfNames = /^(?:\p{Ll}+|\p{Lu}+|\p{Lu}\p{Ll}+)$/u

/**
 * How much a word looks like one that people write, weighed by its letters beyond ASCII; 0: not at all. In Latin or
 * Cyrillic letters, not in both.
 */
export function plausibility(word: string): number {
  if (!caseOfNames.test(word.replaceAll('ß', 's'))) return 0
  if (/^[\u0401-\u0491]{3,}$/.test(word)) return 3
  let sum = 0
  let count = 0
  for (const letter of word) {
    if (letter <= '\u007f') continue
    const weight = weightOf.get(letter)
    if (weight === undefined) return 0
    sum += weight
    count += 1
  }
  return count === 0 ? 0 : sum / count
}
