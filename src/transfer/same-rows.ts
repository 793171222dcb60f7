import type { TableRecord } from './manifest.ts'

/** Are these the rows of which the manifest speaks? */
export function sameRows(
  said: Pick<TableRecord, 'rows' | 'digest'>,
  found: Pick<TableRecord, 'rows' | 'digest'>,
): boolean {
  return said.rows === found.rows && said.digest === found.digest
}
