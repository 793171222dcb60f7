import { z } from 'zod'
import { isPlaceOf, type Order, type Place, type SortKeys } from '../directory/keyset.ts'
import { RequestError } from '../domain/request-error.ts'
import { pageQuery, readCursor } from './page.ts'

/** The query of a list that people search. */
export const searchQuery = pageQuery.extend({
  search: z.string().max(200).optional().describe('Only what contains this, whatever its case.'),
})

/** The query of a list that people search and sort; the first of the sorts is the usual one. */
export function sortedQuery<Sort extends string>(sorts: Readonly<Record<Sort, SortKeys>>) {
  const names = Object.keys(sorts) as [Sort, ...Sort[]]
  return searchQuery.extend({
    sort: z.enum(names).default(names[0] as never),
    order: z.enum(['asc', 'desc']).default('asc'),
  })
}

/** A cursor of a sorted list also says of which sort it is: in another it would skip or repeat entries. */
export function sortedCursor(asked: Asked<string>, place: Place): Place {
  return [asked.sort, asked.order, ...place]
}

/**
 * Where the list goes on.
 * @throws RequestError `invalid-request` for a cursor of another list or another sort
 */
export function sortedPlace<Sort extends string>(
  asked: Asked<Sort>,
  sorts: Readonly<Record<Sort, SortKeys>>,
): Place | undefined {
  if (asked.cursor === undefined) return undefined
  const [sort, order, ...place] = readCursor(asked.cursor, anyPlace) ?? []
  if (sort !== asked.sort || order !== asked.order) throw foreignCursor()
  return knownPlace(place, sorts[asked.sort])
}

/** Where a list with one sort only goes on. @throws RequestError `invalid-request` */
export function placeIn(cursor: string | undefined, keys: SortKeys): Place | undefined {
  const place = readCursor(cursor, anyPlace)
  return place === undefined ? undefined : knownPlace(place, keys)
}

interface Asked<Sort extends string> {
  readonly sort: Sort
  readonly order: Order
  readonly cursor?: string | undefined
}

const anyPlace = z.array(z.union([z.string(), z.int()])).max(10)

function knownPlace(place: Place, keys: SortKeys): Place {
  if (!isPlaceOf(keys, place)) throw foreignCursor()
  return place
}

function foreignCursor(): RequestError {
  return new RequestError('invalid-request', { reason: 'cursor' })
}
