import { z } from 'zod'
import { RequestError } from '../domain/request-error.ts'

/** The query of a list that comes by the page. */
export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  cursor: z.string().max(4000).optional().describe('What the page before gave as “next”.'),
})

/**
 * Cuts a page out of what was found: asked for one more than `limit`, so that the last page is known.
 * @param place where the list goes on behind an entry: what `readCursor` gives back
 */
export function cutPage<Entry>(
  found: readonly Entry[],
  limit: number,
  place: (last: Entry) => readonly (string | number)[],
): { readonly entries: readonly Entry[]; readonly next: string | null } {
  const entries = found.slice(0, limit)
  const last = entries.at(-1)
  const next = found.length > limit && last !== undefined ? writeCursor(place(last)) : null
  return { entries, next }
}

/**
 * The place that a cursor stands for; undefined for none.
 * @throws RequestError `invalid-request` for a cursor that no page of the list gave
 */
export function readCursor<Place extends z.ZodType>(
  cursor: string | undefined,
  place: Place,
): z.output<Place> | undefined {
  if (cursor === undefined) return undefined
  const result = place.safeParse(decode(cursor))
  if (!result.success) throw new RequestError('invalid-request', { reason: 'cursor' })
  return result.data
}

function writeCursor(place: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url')
}

function decode(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    return undefined
  }
}
