import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'

/** What a form holds: texts, and one file, which stands last. */
export interface Form {
  readonly fields: Readonly<Record<string, string>>
  readonly file: { readonly name: string; read(): AsyncIterable<Uint8Array> }
}

/**
 * A form as `multipart/form-data` (RFC 7578); the file is read as the body is. What reading it throws ends
 * the body. (A `Blob` of a file ends the process instead, when it cannot be read or changes meanwhile.)
 */
export function multipart({ fields, file }: Form): {
  readonly type: string
  readonly body: Readable
} {
  const boundary = `roster-${randomUUID()}`
  const part = (name: string, more: string) =>
    `--${boundary}\r\ncontent-disposition: form-data; name="${quoted(name)}"${more}\r\n\r\n`
  async function* body(): AsyncGenerator<Uint8Array> {
    for (const [name, value] of Object.entries(fields)) {
      yield Buffer.from(`${part(name, '')}${value}\r\n`)
    }
    const type = '\r\ncontent-type: application/octet-stream'
    yield Buffer.from(part('file', `; filename="${quoted(file.name)}"${type}`))
    yield* file.read()
    yield Buffer.from(`\r\n--${boundary}--\r\n`)
  }
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    body: Readable.from(body(), { objectMode: false }),
  }
}

/** A quoted string of RFC 2183; a line break cannot stand in it. */
function quoted(text: string): string {
  return text.replace(/[\r\n]/gu, ' ').replace(/["\\]/gu, '\\$&')
}
