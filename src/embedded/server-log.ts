import {
  constants,
  copyFileSync,
  fchownSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs'
import path from 'node:path'

/** The log of PostgreSQL in the data folder, of which at most one older part (`.1`) is kept. */
export interface ServerLog {
  readonly file: string
  /** A descriptor for the server to write to, always at the end. The caller closes it. */
  open(): number
  /** What was written since `open`. */
  latest(): string
  /** Begins anew when it has grown too big; the server goes on writing. */
  bound(): void
}

const biggest = 5 * 1024 * 1024

/** The log at `file` (0600); begun anew if it is too big. */
export function serverLog(file: string): ServerLog {
  let begin = 0
  function bound(): void {
    if (sizeOf(file) <= biggest) return
    const older = `${file}.1`
    rmSync(older, { force: true })
    copyFileSync(file, older, constants.COPYFILE_EXCL)
    truncateSync(file)
    begin = 0
  }
  bound()
  return {
    file,
    bound,
    open() {
      begin = sizeOf(file)
      return openToAppend(file)
    },
    latest: () => (sizeOf(file) === 0 ? '' : readFileSync(file).subarray(begin).toString('utf8')),
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

function openToAppend(file: string): number {
  const { O_APPEND, O_CREAT, O_NOFOLLOW, O_WRONLY } = constants
  const descriptor = openSync(file, O_APPEND | O_CREAT | O_WRONLY | O_NOFOLLOW, 0o600)
  const owner = statSync(path.dirname(file))
  if (process.getuid?.() === 0) fchownSync(descriptor, owner.uid, owner.gid)
  return descriptor
}
