import { constants } from 'node:fs'
import { access, chmod, mkdir, readdir, realpath, stat, statfs } from 'node:fs/promises'
import path from 'node:path'
import { EmbeddedError } from './embedded-error.ts'
import { errorCode } from './error-code.ts'
import { writePrivateFile } from './write-private-file.ts'

const marker = 'roster.txt'

// What an otherwise empty folder may hold: a mounted disk, a repository and a desktop leave these.
const harmless = new Set(['lost+found', '.gitkeep', '.gitignore', '.DS_Store'])

/**
 * Makes the data folder (0700) if there is none, and answers its real path. A folder that holds
 * something else is refused, so that a wrong `--data` never mixes Roster's files with others.
 *
 * @throws EmbeddedError `not-a-folder`, `foreign-folder`, `folder-not-writable`, `no-space`
 */
export async function prepareFolder(folder: string): Promise<string> {
  const absolute = path.resolve(folder)
  try {
    await mkdir(path.dirname(absolute), { recursive: true })
    await mkdir(absolute, { mode: 0o700 }).catch(ignoring('EEXIST'))
    const real = await realpath(absolute)
    if (!(await stat(real)).isDirectory()) throw notAFolder(absolute)
    await access(real, constants.R_OK | constants.W_OK | constants.X_OK)
    await markAsOurs(real)
    return real
  } catch (error) {
    throw await explainFolderError(absolute, error)
  }
}

function ignoring(code: string): (error: unknown) => void {
  return (error) => {
    if (errorCode(error) !== code) throw error
  }
}

async function markAsOurs(folder: string): Promise<void> {
  const entries = await readdir(folder)
  if (entries.includes(marker)) return
  if (entries.some((entry) => !harmless.has(entry) && !entry.startsWith(`${marker}.`))) {
    throw new EmbeddedError(
      'foreign-folder',
      `${folder} is not a data folder of Roster: it holds other files. Choose an empty or a new folder with --data.`,
      { folder },
    )
  }
  await chmod(folder, 0o700).catch(ignoring('EPERM'))
  await writePrivateFile(
    path.join(folder, marker),
    'This folder holds the data of Roster: its database, its key and its mails. Keep it private.\n' +
      'Stop Roster before you copy it; the copy then works wherever you put it.\n',
  )
}

/** Turns the system's refusal to write into a folder into a sentence; other errors are answered as they are. */
export async function explainFolderError(folder: string, error: unknown): Promise<unknown> {
  switch (errorCode(error)) {
    case 'EEXIST':
    case 'ENOTDIR':
      return notAFolder(folder, { cause: error })
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new EmbeddedError(
        'folder-not-writable',
        `The data folder ${folder} cannot be written${await ownerOf(folder)}. Start Roster as the folder's owner, or choose another folder with --data.`,
        { folder },
        { cause: error },
      )
    case 'ENOSPC':
    case 'EDQUOT':
      return noSpace(folder, { cause: error })
    default:
      return error
  }
}

function notAFolder(folder: string, options?: ErrorOptions): EmbeddedError {
  return new EmbeddedError(
    'not-a-folder',
    `${folder} cannot be a data folder: it is a file, or lies inside one. Choose another with --data.`,
    { folder },
    options,
  )
}

async function ownerOf(folder: string): Promise<string> {
  const found = await stat(folder).catch(() => null)
  return found === null ? '' : ` (it belongs to user ${found.uid})`
}

/** The one sentence for a full disk. */
export function noSpace(folder: string, options?: ErrorOptions): EmbeddedError {
  return new EmbeddedError(
    'no-space',
    `There is no room left on the disk for the data folder ${folder}. Free some space (Roster needs about 200 MB to begin with) and start again; nothing is lost.`,
    { folder },
    options,
  )
}

/** Is the disk of this folder so full that PostgreSQL cannot even write its log? */
export async function isDiskFull(folder: string): Promise<boolean> {
  const { bavail, bsize } = await statfs(folder)
  // One segment of the write-ahead log is 16 MB.
  return bavail * bsize < 16 * 1024 * 1024
}
