import type { Batch, NewBatch, NewSource } from '../../src/http/contract/batch.ts'
import { address, ApiError, readRefusal, unreachable } from './client.ts'

/** What a batch is made of: a file, or a text that was entered. */
export type Source = File | string

/** How much of a source is on the server, in bytes. Once all of it is, the server reads it. */
export interface UploadProgress {
  readonly sent: number
  readonly total: number
}

/** How a transfer is watched and given up. */
export interface Transfer {
  readonly signal: AbortSignal
  readonly onProgress: (progress: UploadProgress) => void
  readonly idempotencyKey?: string
}

/**
 * A new batch from a source.
 * @throws ApiError; `file-changed` when the file is no longer the one that was chosen
 */
export function createBatch(
  source: Source,
  said: Omit<NewBatch, 'text'>,
  transfer: Transfer,
): Promise<Batch> {
  return send({ method: 'POST', path: '/batches', source, said, transfer })
}

/**
 * Another source for a batch, or the same one read in another way. Corrections begin anew.
 * @throws ApiError as `createBatch` does
 */
export function replaceSource(
  batch: string,
  { source, ...said }: Omit<NewSource, 'text'> & { readonly source: Source },
  transfer: Transfer,
): Promise<Batch> {
  return send({ method: 'PUT', path: `/batches/${batch}/source`, source, said, transfer })
}

interface Sending {
  readonly method: 'POST' | 'PUT'
  readonly path: string
  readonly source: Source
  readonly said: Omit<NewSource, 'text'>
  readonly transfer: Transfer
}

async function send({ source, ...sending }: Sending): Promise<Batch> {
  try {
    return await transmit({ source, ...sending })
  } catch (error) {
    if (error instanceof ApiError && error.code === 'unreachable' && !(await isReadable(source))) {
      throw new ApiError({ code: 'file-changed', status: 0, title: '', details: {} })
    }
    throw error
  }
}

// By XMLHttpRequest, since `fetch` does not tell how much of a body is sent.
function transmit({ method, path, source, said, transfer }: Sending): Promise<Batch> {
  const { signal, onProgress, idempotencyKey } = transfer
  const { promise, resolve, reject } = Promise.withResolvers<Batch>()
  const request = new XMLHttpRequest()
  const giveUp = () => request.abort()
  request.open(method, address(path))
  request.setRequestHeader('accept-language', document.documentElement.lang)
  if (idempotencyKey !== undefined) request.setRequestHeader('idempotency-key', idempotencyKey)
  request.upload.addEventListener('progress', ({ loaded, total }) =>
    onProgress({ sent: loaded, total }),
  )
  request.addEventListener('load', () => {
    try {
      resolve(readAnswer(request))
    } catch (error) {
      reject(error)
    }
  })
  request.addEventListener('error', () => reject(unreachable()))
  request.addEventListener('abort', () => reject(signal.reason))
  request.addEventListener('loadend', () => signal.removeEventListener('abort', giveUp))
  signal.addEventListener('abort', giveUp)
  if (typeof source === 'string') {
    request.setRequestHeader('content-type', 'application/json')
    request.send(JSON.stringify({ ...said, text: source }))
  } else {
    request.send(asForm(source, said))
  }
  return promise
}

function readAnswer({ status, responseText }: XMLHttpRequest): Batch {
  if (status < 200 || status > 299) throw readRefusal(status, responseText)
  try {
    return JSON.parse(responseText) as Batch
  } catch {
    throw readRefusal(status, responseText)
  }
}

// The server reads what is said about the file before the file comes.
function asForm(file: File, { mapping, ...said }: Omit<NewSource, 'text'>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(said)) {
    if (value !== undefined) form.append(name, String(value))
  }
  if (mapping !== undefined) form.append('mapping', JSON.stringify(mapping))
  form.append('file', file)
  return form
}

/** A browser refuses to send a file that was changed, moved or deleted since it was chosen. */
async function isReadable(source: Source): Promise<boolean> {
  if (typeof source === 'string') return true
  try {
    await source.slice(0, 1).arrayBuffer()
    return true
  } catch {
    return false
  }
}
