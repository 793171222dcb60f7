import { createWriteStream, openAsBlob } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createReadStream } from 'node:fs'
import type { Context } from '../context.ts'
import { errorText } from '../error-text.ts'
import { exitCodes, Failure, usageFailure } from '../failure.ts'

/** The file to upload. It is read from the disk as it is sent, as often as it is sent. */
export interface OpenSource {
  readonly file: Blob
  readonly name: string
  /** Removes what was set aside for it. */
  close(): Promise<void>
}

/**
 * Opens what the person named: a file, `-` for standard input, or nothing, which means standard input
 * unless that is a terminal. What can be read only once is set aside in a private temporary file.
 *
 * @throws Failure usage
 */
export async function openSource(
  named: string | undefined,
  context: Pick<Context, 'terminal' | 'words' | 'config' | 'interrupt'>,
): Promise<OpenSource> {
  const { terminal, words } = context
  if (named === undefined && terminal.stdin.isTTY) throw usageFailure(words.noSource)
  if (named === undefined || named === '-') {
    return await setAside(terminal.stdin, 'stdin', context)
  }
  try {
    const found = await stat(named)
    if (found.isDirectory()) throw usageFailure(words.isFolder(named))
    const name = path.basename(named)
    if (!found.isFile()) return await setAside(createReadStream(named), name, context)
    return { file: await openAsBlob(named), name, close: () => Promise.resolve() }
  } catch (error) {
    if (error instanceof Failure) throw error
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    throw usageFailure(isMissing ? words.noFile(named) : words.unreadable(named, errorText(error)))
  }
}

async function setAside(
  input: Readable,
  name: string,
  { config, words, interrupt }: Pick<Context, 'config' | 'words' | 'interrupt'>,
): Promise<OpenSource> {
  // Readable for its owner only.
  const folder = await mkdtemp(path.join(tmpdir(), 'roster-'))
  const close = () => rm(folder, { recursive: true, force: true })
  try {
    const file = path.join(folder, 'source')
    await pipeline(input, upTo(config.maxBytes, words), createWriteStream(file, { mode: 0o600 }), {
      signal: interrupt.signal,
    })
    return { file: await openAsBlob(file), name, close }
  } catch (error) {
    await close()
    throw error
  }
}

function upTo(limit: number, words: Context['words']) {
  return async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let bytes = 0
    for await (const chunk of chunks) {
      bytes += chunk.length
      if (bytes > limit) {
        const title = words.inputTooLarge(limit)
        throw new Failure(exitCodes.usage, { code: 'source-too-large', title })
      }
      yield chunk
    }
  }
}
