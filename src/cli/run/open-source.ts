import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, open, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Context } from '../context.ts'
import { errorText } from '../error-text.ts'
import { exitCodes, Failure, usageFailure } from '../failure.ts'

/** The file to upload. */
export interface OpenSource {
  readonly name: string
  /** Reads it from the disk, as often as it is sent. @throws Failure usage */
  read(): AsyncIterable<Buffer>
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
    await (await open(named)).close()
    return { name, read: () => readUnchanged(named, words), close: () => Promise.resolve() }
  } catch (error) {
    throw asUsage(error, named, words)
  }
}

/** A file that somebody saves meanwhile would be half old, half new. */
async function* readUnchanged(file: string, words: Context['words']): AsyncGenerator<Buffer> {
  try {
    const before = await stat(file)
    yield* createReadStream(file)
    const after = await stat(file)
    if (after.mtimeMs !== before.mtimeMs || after.size !== before.size) {
      throw usageFailure(words.changedMeanwhile(file))
    }
  } catch (error) {
    throw asUsage(error, file, words)
  }
}

function asUsage(error: unknown, file: string, words: Context['words']): Failure {
  if (error instanceof Failure) return error
  const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
  return usageFailure(isMissing ? words.noFile(file) : words.unreadable(file, errorText(error)))
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
    return { name, read: () => createReadStream(file), close }
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
