import type { Source } from './sources.ts'

const MOST_LINES = 300

/**
 * Finds the files that have grown too long to be understood at once.
 *
 * @returns a sentence for each
 */
export function longFiles(sources: readonly Source[]): readonly string[] {
  return sources
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > MOST_LINES)
    .map(({ path, lines }) => `${path} has ${lines} lines, more than ${MOST_LINES}`)
}
