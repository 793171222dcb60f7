import path from 'node:path'
import { EmbeddedError } from './embedded-error.ts'
import { prepareFolder } from './prepare-folder.ts'
import { secretFile } from './secret-file.ts'

/**
 * The key of this installation, from which the secrets of its links are derived: 32 bytes in
 * hexadecimal, made on first use and kept in the data folder (0600).
 *
 * @throws EmbeddedError `damaged-folder` when the file holds something else, and those of `prepareFolder`
 */
export async function installationKey(folder: string): Promise<string> {
  const file = path.join(await prepareFolder(folder), 'installation-key')
  const value = await secretFile(file)
  if (/^[0-9a-f]{64}$/u.test(value)) return value
  throw new EmbeddedError(
    'damaged-folder',
    `${file} does not hold a key of Roster (64 hexadecimal digits). Put the file back from a backup, or set ROSTER_SECRET: with another key, links that were sent before no longer work.`,
    { file },
  )
}
