import type { SourceLimits } from '../domain/source-limits.ts'

/**
 * How many bytes of JSON may bring a text. Unlike a file it is held in memory, several times over, so it may
 * have a sixteenth of a file's size: 12.5 MB where a file may have 200 MB. Parsing it takes a tenth of a second.
 */
export function textLimit({ bytes }: SourceLimits): number {
  return Math.max(Math.floor(bytes / 16), Math.min(bytes, 1_000_000))
}
