import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { Multipart, MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { RequestError } from '../domain/request-error.ts'
import type { SourceLimits } from '../domain/source-limits.ts'
import { SourceError } from '../domain/table.ts'
import type { SourceInput } from '../ingest/open-table.ts'
import { spoolBytes } from '../ingest/spool-bytes.ts'
import { drain } from './drain.ts'
import { fileName } from './file-name.ts'
import { parse } from './validate.ts'

/** A source on its way in: what the request says about it, and its bytes. */
export interface ReceivedSource<Fields> {
  readonly fields: Fields
  readonly input: SourceInput
  /** SHA-256 of the bytes, in hexadecimal. Reads what nobody has read yet. */
  digest(): Promise<string>
}

interface SourceFields {
  readonly text?: string | undefined
}

/**
 * Receives a file (multipart/form-data: the fields, then one file) or a text (JSON). A file goes into a nameless
 * temporary file first, never into memory: nobody sees a byte of an upload that breaks off, is too large
 * or is followed by more.
 * @throws RequestError `invalid-request`, InvalidInput; SourceError while the bytes are read
 */
export async function withSource<Fields extends SourceFields, Result>(
  request: FastifyRequest,
  expected: { readonly schema: z.ZodType<Fields>; readonly limits: SourceLimits },
  use: (source: ReceivedSource<Fields>) => Promise<Result>,
): Promise<Result> {
  try {
    const { fields, input } = await receive(request, expected)
    return await use({ fields, ...withDigest(input) })
  } catch (error) {
    // Clients read the answer only once they have sent everything.
    await drain(request.raw, expected.limits.bytes)
    throw error
  }
}

interface Received<Fields> {
  readonly fields: Fields
  readonly input: SourceInput
}

async function receive<Fields extends SourceFields>(
  request: FastifyRequest,
  { schema, limits }: { readonly schema: z.ZodType<Fields>; readonly limits: SourceLimits },
): Promise<Received<Fields>> {
  if (!request.isMultipart()) return receiveText(parse(schema, request.body))
  // A form that has broken off already would be waited for without end.
  if (request.raw.destroyed) throw malformed()
  const parts = request.parts({ limits: { fileSize: limits.bytes, files: 1, fields: 20 } })
  const said: [string, unknown][] = []
  for (;;) {
    const part = await nextPart(parts)
    if (part === undefined) return receiveText(parse(schema, Object.fromEntries(said)))
    if (part.type === 'file') {
      const fields = parse(schema, Object.fromEntries(said))
      const bytes = spooled(wholeFile({ part, parts, limit: limits.bytes }))
      return { fields, input: { name: fileName(part.filename), kind: 'file', bytes } }
    }
    if (part.valueTruncated || part.fieldnameTruncated) throw malformed()
    if (part.value !== '') said.push([part.fieldname, fieldValue(part.fieldname, part.value)])
  }
}

function receiveText<Fields extends SourceFields>(fields: Fields): Received<Fields> {
  if (fields.text === undefined) throw new RequestError('invalid-request', { reason: 'no-source' })
  const bytes = asBytes(fields.text)
  return { fields, input: { name: null, kind: 'text', bytes } }
}

// In pieces, as a file comes: a text is read without waiting for anything, and others want to be served meanwhile.
async function* asBytes(text: string): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += pieceSize) {
    yield bytes.subarray(at, at + pieceSize)
    await setImmediate()
  }
}

const pieceSize = 64 * 1024

// Whoever reads the first byte waits for the last one to arrive. So it takes no transaction, however
// slow the line is, and nothing at all of an upload that is refused in its end.
async function* spooled(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  await using file = await spoolBytes(bytes)
  yield* file.createReadStream({ start: 0, autoClose: false })
}

async function* wholeFile(file: {
  readonly part: MultipartFile
  readonly parts: AsyncIterator<Multipart>
  readonly limit: number
}): AsyncGenerator<Uint8Array> {
  const { part, parts, limit } = file
  // At once: without this, the rest of a file would be waited for that nobody reads.
  part.file.once('limit', () => part.file.destroy(new SourceError('source-too-large', { limit })))
  try {
    for await (const chunk of part.file) yield chunk
  } catch (cause) {
    throw cause instanceof SourceError ? cause : malformed(cause)
  }
  // What ends here is only the part; the request may yet break off, or bring a field too late.
  if ((await nextPart(parts)) !== undefined) {
    throw new RequestError('invalid-request', { reason: 'fields-before-file' })
  }
}

async function nextPart(parts: AsyncIterator<Multipart>): Promise<Multipart | undefined> {
  try {
    const { done, value } = await parts.next()
    return done === true ? undefined : value
  } catch (cause) {
    // The plugin's own errors carry a code that is told apart later; a broken form is a bare error.
    throw cause instanceof Error && 'code' in cause ? cause : malformed(cause)
  }
}

function malformed(cause?: unknown): RequestError {
  return new RequestError('invalid-request', { reason: 'malformed-upload' }, { cause })
}

function fieldValue(name: string, value: unknown): unknown {
  if (name !== 'mapping' || typeof value !== 'string') return value
  try {
    return JSON.parse(value)
  } catch (cause) {
    throw new RequestError('invalid-request', { reason: 'mapping-field' }, { cause })
  }
}

function withDigest(input: SourceInput): Omit<ReceivedSource<unknown>, 'fields'> {
  const hash = createHash('sha256')
  const bytes = tapped(input.bytes)
  async function* tapped(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of source) {
      hash.update(chunk)
      yield chunk
    }
  }
  return {
    input: { ...input, bytes },
    async digest() {
      while ((await bytes.next()).done !== true);
      return hash.copy().digest('hex')
    },
  }
}
