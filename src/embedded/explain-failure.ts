import { EmbeddedError, useYourOwn } from './embedded-error.ts'
import { errorCode } from './error-code.ts'
import { isDiskFull, noSpace } from './prepare-folder.ts'
import type { ServerHome } from './server-home.ts'

/**
 * Says why one of PostgreSQL's programs failed.
 *
 * @param said what it wrote
 * @param advice where to read more
 */
export async function explainFailure(
  home: ServerHome,
  said: string,
  advice = '',
): Promise<EmbeddedError> {
  if (
    /No space left on device|Disk quota exceeded/u.test(said) ||
    (await isDiskFull(home.folder))
  ) {
    return noSpace(home.folder)
  }
  if (/GLIBC|error while loading shared libraries|symbol lookup error/u.test(said)) {
    return wrongSystem(firstLine(said))
  }
  return new EmbeddedError(
    'did-not-start',
    `The database in ${home.cluster} does not start: ${reasonIn(said)} ${advice}`.trim(),
    { folder: home.folder, said: said.slice(-4000) },
  )
}

/** Says why one of PostgreSQL's programs, which is there, could not even be started. */
export function explainSpawnError(error: unknown): EmbeddedError {
  // What the system did not find is the loader of the C library.
  if (errorCode(error) === 'ENOENT') return wrongSystem('it needs the GNU C library (glibc)', error)
  const reason = error instanceof Error ? error.message : 'for an unknown reason'
  return new EmbeddedError(
    'cannot-run',
    `The system does not let PostgreSQL be started: ${reason}. Allow programs to be run where it lies, or ${useYourOwn}.`,
    { reason },
    { cause: error },
  )
}

function wrongSystem(reason: string, cause?: unknown): EmbeddedError {
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
