import type { ClientBase } from 'pg'
import type { Manifest } from './manifest.ts'
import { tableColumns } from './table-columns.ts'
import { TransferError } from './transfer-error.ts'

/**
 * Looks whether a manifest speaks of the tables that this database has, and of all of their columns: what it leaves out
 * would be left out of the installation, and nobody would miss it.
 * @throws TransferError `damaged`
 */
export async function mustBeComplete(
  client: ClientBase,
  { tables }: Manifest,
  file: string,
): Promise<void> {
  const told = new Map(tables.map(({ name, columns }) => [name, new Set(columns)]))
  for (const { name, columns } of await tableColumns(client)) {
    const known = told.get(name)
    if (!columns.every((column) => known?.has(column))) {
      throw new TransferError('damaged', { file, part: name })
    }
    told.delete(name)
  }
  const [surplus] = told.keys()
  if (surplus !== undefined) throw new TransferError('damaged', { file, part: surplus })
}
