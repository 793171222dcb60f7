import { stat } from 'node:fs/promises'
import path from 'node:path'

/** Is there a database in this data folder (or elsewhere, as its note says)? Makes nothing, unlike a start. */
export async function holdsDatabase(folder: string): Promise<boolean> {
  for (const name of ['postgres', 'postgres-elsewhere.json']) {
    if ((await stat(path.join(folder, name)).catch(() => null)) !== null) return true
  }
  return false
}
