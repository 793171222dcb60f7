import type { SourceLimits } from '../domain/source-limits.ts'

/**
 * How many bytes of JSON may bring a text. Unlike a file it is held in memory, several times over, so it may
 * have an eighth of a file's size: 25 MB where a file may have 200 MB.
 */
export function textLimit({ bytes }: SourceLimits): number {
  return Math.max(Math.floor(bytes / 8), Math.min(bytes, 1_000_000))
}
