import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { errorCode } from './error-code.ts'

/** Where a data folder keeps the installation's key. */
export function keyFile(folder: string): string {
  return path.join(path.resolve(folder), 'installation-key')
}

/** What the data folder holds as its key, made by nobody here; null where there is none. */
export async function keptKey(folder: string): Promise<string | null> {
  try {
    return (await readFile(keyFile(folder), 'utf8')).trim()
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
}
