import { keptKey, keyFile } from './key-file.ts'
import { prepareFolder } from './prepare-folder.ts'
import { createPrivateFile } from './write-private-file.ts'

/**
 * Makes this the key of a data folder (0600), which has none, or the same.
 * @returns false where another one is there, which is left as it is
 * @throws EmbeddedError as `prepareFolder` does
 */
export async function keepKey(folder: string, key: string): Promise<boolean> {
  const real = await prepareFolder(folder)
  if (await createPrivateFile(keyFile(real), `${key}\n`)) return true
  return (await keptKey(real)) === key
}
