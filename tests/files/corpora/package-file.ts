import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'

/** A file, or the path of a folder, inside of a package of the registry: also of what it does not export. */
export function packageFile(name: string, file: string): Promise<Buffer> {
  return readFile(packagePath(name, file))
}

export function packagePath(name: string, file: string): string {
  const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`)
  return path.join(path.dirname(manifest), file)
}
