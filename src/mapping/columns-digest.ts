import { createHash } from 'node:crypto'
import type { Mapping } from '../domain/mapping.ts'
import { ownColumns } from '../domain/own-columns.ts'
import { plainTitle } from './plain-title.ts'

/** Names a set of headers, in whatever order they stand: SHA-256. Null for a source without a header. */
export function columnsDigest(mapping: Mapping): Buffer | null {
  if (!mapping.header) return null
  const titles = ownColumns(mapping).map(({ title }) => plainTitle(title))
  return createHash('sha256').update(JSON.stringify(titles.toSorted())).digest()
}
