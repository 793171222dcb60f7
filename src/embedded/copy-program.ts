import { chmod, cp, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Package } from './find-program.ts'
import { completeLinks } from './program-links.ts'

// Static libraries and headers, of no use to a server that runs.
const superfluous = /\.a$|[/\\](?:pgxs|pkgconfig|include)$/u

/**
 * Copies the programs of a package (50 MB) into `home`, complete and open to whoever can enter that
 * folder, unless they are there already. Copies of other versions are removed.
 *
 * @returns the copy of the package
 */
export async function copyProgram(home: string, { folder, version }: Package): Promise<string> {
  const copy = path.join(home, `postgres-${version}`)
  if ((await stat(copy).catch(() => null)) !== null) return copy
  for (const entry of await readdir(home)) {
    if (/^postgres-\d/u.test(entry))
      await rm(path.join(home, entry), { recursive: true, force: true })
  }
  const draft = `${copy}.new`
  await cp(path.join(folder, 'native'), path.join(draft, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (file) => !superfluous.test(file),
  })
  await completeLinks(draft)
  await openForReading(draft)
  await rename(draft, copy)
  return copy
}

// A strict umask at installation must not keep the server's user out.
async function openForReading(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name)
    if (entry.isDirectory()) await chmod(file, 0o755)
    else if (entry.isFile())
      await chmod(file, path.basename(entry.parentPath) === 'bin' ? 0o755 : 0o644)
  }
}
