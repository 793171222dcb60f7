import { request } from 'node:http'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'

/** Where an upload goes, and whose it is. */
export interface Destination {
  readonly url: string
  readonly key: string
}

/** What the server answered; the code of the problem, or null where there is none. */
export interface Answered {
  readonly status: number
  readonly code: string | null
}

/**
 * Uploads a file in pieces, however large, and stops as soon as there is an answer.
 * @param signal who uploads leaves when it aborts; the upload then throws
 */
export async function upload(
  { url, key }: Destination,
  file: Iterable<Uint8Array>,
  signal?: AbortSignal,
): Promise<Answered> {
  const sending = request(`${url}/api/v1/batches`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${key}`,
      'content-type': 'multipart/form-data; boundary=frontier',
    },
    ...(signal && { signal }),
  })
  const answer = new Promise<Answered>((resolve, reject) => {
    sending.once('error', reject).once('response', (response) => {
      text(response).then((body) => resolve(answered(response.statusCode ?? 0, body)), reject)
    })
  })
  Readable.from(form(file)).pipe(sending)
  return await answer.finally(() => sending.destroy())
}

/** The same bytes again and again, in pieces of about 64 kB. */
export function* repeated(bytes: string | Buffer, total: number): Generator<Buffer> {
  const piece = Buffer.from(bytes)
  const times = Math.ceil(65_536 / piece.length)
  const block = Buffer.concat(Array.from({ length: times }, () => piece))
  for (let sent = 0; sent < total; sent += block.length) yield block
}

function answered(status: number, body: string): Answered {
  const { code } = JSON.parse(body) as { readonly code?: string }
  return { status, code: code ?? null }
}

function* form(file: Iterable<Uint8Array>): Generator<Uint8Array> {
  yield Buffer.from(`${part('operation')}\r\n\r\ndelete-users\r\n`)
  yield Buffer.from(`${part('file')}; filename="people.csv"\r\n\r\n`)
  yield* file
  yield Buffer.from('\r\n--frontier--\r\n')
}

function part(name: string): string {
  return `--frontier\r\nContent-Disposition: form-data; name="${name}"`
}
