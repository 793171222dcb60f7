import { EmbeddedError, useYourOwn } from './embedded-error.ts'
import { errorCode } from './error-code.ts'
import { isDiskFull, noSpace } from './prepare-folder.ts'
import type { ServerHome } from './server-home.ts'

/**
 * Says why one of PostgreSQL's programs failed.
 *
 * @param said what it wrote, or the error with which it could not be started
 * @param advice where to read more
 */
export async function explainFailure(
  home: ServerHome,
  said: unknown,
  advice: string,
): Promise<EmbeddedError> {
  if (typeof said !== 'string') return explainError(home, said)
  if (
    /No space left on device|Disk quota exceeded/u.test(said) ||
    (await isDiskFull(home.folder))
  ) {
    return noSpace(home.folder)
  }
  if (/GLIBC|error while loading shared libraries|symbol lookup error/u.test(said)) {
    return cannotRun(firstLine(said))
  }
  return new EmbeddedError(
    'did-not-start',
    `The database in ${home.cluster} does not start: ${reasonIn(said)} ${advice}`,
    { folder: home.folder, said: said.slice(-4000) },
  )
}

function explainError(home: ServerHome, error: unknown): EmbeddedError {
  if (error instanceof EmbeddedError) return error
  switch (errorCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return noSpace(home.folder, { cause: error })
    // The file is there; what the system did not find is the loader of the C library.
    case 'ENOENT':
      return cannotRun('it needs the GNU C library (glibc)', error)
    default:
      return cannotRun(error instanceof Error ? error.message : 'for an unknown reason', error)
  }
}

function cannotRun(reason: string, cause?: unknown): EmbeddedError {
  return new EmbeddedError(
    'cannot-run',
    `PostgreSQL, as it comes with Roster, does not run on this machine: ${reason}. Use a system with glibc (Debian, Ubuntu, Fedora …; not Alpine), or ${useYourOwn}.`,
    { reason },
    { cause },
  )
}

function firstLine(said: string): string {
  return (said.split('\n', 1)[0] ?? '').trim()
}

// The last complaint is nearest to the end of the server; "the database system is shut down" says nothing.
function reasonIn(said: string): string {
  const complaints = [...said.matchAll(/(?:FATAL|PANIC|initdb: error): +(?<what>.+)/gu)]
  const reason = complaints.at(-1)?.groups?.['what'] ?? said.trim().split('\n').at(-1) ?? ''
  return reason === '' ? 'it ended without a word.' : `${reason.replace(/\.?$/u, '')}.`
}
