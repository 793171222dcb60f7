import type { Source } from './sources.ts'

/**
 * The places where a German text addresses its reader: `Sie`, `Ihnen` or `Ihr` in the middle of a sentence. At its
 * beginning the same word may be a thing's.
 */
export function addresses({ path, text }: Source): readonly string[] {
  return text
    .split('\n')
    .flatMap((line, index) =>
      [...line.matchAll(address)].map(([found]) => `${path}:${index + 1} says “${found}”`),
    )
}

const address = /(?:, )?[\p{L}}“]+,? (?:Sie|Ihnen|Ihre?[mnrs]?)\b/gu
