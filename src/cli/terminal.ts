import type { Writable } from 'node:stream'
import { isatty, type ReadStream, type WriteStream } from 'node:tty'
import pc from 'picocolors'
import { errorText } from './error-text.ts'

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
  /** Data, as fast as its reader takes it. @throws OutputLost, once */
  write(text: string): Promise<void>
  /** A line for people. */
  say(line: string): void
}

/** Standard output cannot be written although somebody reads it, as on a full disk. */
export class OutputLost extends Error {
  override readonly name = 'OutputLost'
}

interface Streams {
  readonly stdin: ReadStream
  readonly stdout: Writable & { readonly isTTY: boolean }
  readonly stderr: WriteStream
  readonly env: Readonly<Record<string, string | undefined>>
}

export function openTerminal({ stdin, stdout, stderr, env }: Streams): Terminal {
  // Not `isTTY`, which is undefined elsewhere: the colours would take that for “find out yourself”.
  const isWatched = isatty(2) && env['TERM'] !== 'dumb'
  let isClosed = false
  let lost: OutputLost | null = null
  stdout.on('error', (cause) => {
    isClosed = true
    const isUnread = 'code' in cause && cause.code === 'EPIPE'
    if (!isUnread) lost = new OutputLost(errorText(cause), { cause })
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
      if (isClosed) return
      await new Promise<void>((resolve) => void stdout.write(text, () => resolve()))
      if (lost === null) return
      const error = lost
      lost = null
      throw error
    },
    say: (line) => void stderr.write(`${line}\n`),
  }
}
