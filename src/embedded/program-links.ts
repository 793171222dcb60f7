import { lstat, readFile, symlink } from 'node:fs/promises'
import path from 'node:path'
import { errorCode } from './error-code.ts'

interface Link {
  readonly source: string
  readonly target: string
}

/**
 * Completes the symbolic links that PostgreSQL's programs need: npm's packages hold none, they list
 * them for an install script that need not have run. Links that are there already are left alone.
 *
 * @param folder a package, or a copy of one
 */
export async function completeLinks(folder: string): Promise<void> {
  for (const link of await readLinks(folder)) await completeLink(folder, link)
}

async function readLinks(folder: string): Promise<readonly Link[]> {
  try {
    return JSON.parse(await readFile(path.join(folder, 'native', 'pg-symlinks.json'), 'utf8'))
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return []
    throw error
  }
}

async function completeLink(folder: string, { source, target }: Link): Promise<void> {
  const file = path.join(folder, target)
  if ((await lstat(file).catch(() => null)) !== null) return
  try {
    await symlink(path.relative(path.dirname(target), source), file)
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
  }
}
