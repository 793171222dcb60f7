import { once } from 'node:events'
import { isatty, type ReadStream, type WriteStream } from 'node:tty'
import pc from 'picocolors'

type Colours = ReturnType<typeof pc.createColors>

/** Where a command reads and writes: standard output for data, standard error for people. */
export interface Terminal {
  readonly stdin: ReadStream
  readonly stderr: WriteStream
  /** A person can be asked. */
  readonly canAsk: boolean
  /** A person watches; what moves may be shown. */
  readonly isWatched: boolean
  readonly colours: Colours
  /** Standard output is a screen. */
  readonly showsData: boolean
  /** Whoever reads standard output has gone (`| head`): the rest need not be made. */
  readonly isClosed: boolean
  /** Data, as fast as its reader takes it. */
  write(text: string): Promise<void>
  /** A line for people. */
  say(line: string): void
}

interface Streams {
  readonly stdin: ReadStream
  readonly stdout: WriteStream
  readonly stderr: WriteStream
  readonly env: Readonly<Record<string, string | undefined>>
}

export function openTerminal({ stdin, stdout, stderr, env }: Streams): Terminal {
  // Not `isTTY`, which is undefined elsewhere: the colours would take that for “find out yourself”.
  const isWatched = isatty(2) && env['TERM'] !== 'dumb'
  let isClosed = false
  stdout.on('error', (error) => {
    if (!('code' in error) || error.code !== 'EPIPE') throw error
    isClosed = true
  })
  // Nobody is left to be told.
  stderr.on('error', () => {})
  return {
    stdin,
    stderr,
    canAsk: stdin.isTTY && isWatched,
    isWatched,
    showsData: stdout.isTTY,
    colours: pc.createColors(isWatched && !env['NO_COLOR']),
    get isClosed() {
      return isClosed
    },
    async write(text) {
      if (isClosed || stdout.write(text)) return
      await Promise.race([once(stdout, 'drain'), once(stdout, 'close')]).catch(() => {})
    },
    say: (line) => void stderr.write(`${line}\n`),
  }
}
