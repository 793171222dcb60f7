import { request as requestHttp } from 'node:http'
import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http'
import { request as requestHttps } from 'node:https'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

export interface Message {
  readonly method: string
  readonly headers: OutgoingHttpHeaders
  readonly body: Readable | string | null
  readonly signal: AbortSignal
}

/** The server cannot be reached, or went away before it had answered, or said that it cannot answer just now. */
export class ServerGone extends Error {
  override readonly name = 'ServerGone'
}

/**
 * Sends one request over a connection of its own and answers as soon as the head of the reply is there.
 *
 * `node:http` rather than `fetch`, because fetch gives up on a reply that takes more than five minutes (a
 * long verification), and loses a refusal that comes while the file is still being sent.
 *
 * @throws ServerGone
 */
export async function send(url: URL, message: Message): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  const { method, headers, body, signal } = message
  const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
    method,
    // A server that closes the connection while it is being written to takes its answer with it; one that
    // is to keep it reads what is left, and the answer arrives.
    headers: { ...headers, connection: 'keep-alive' },
    signal,
    agent: false,
  })
  let answered = false
  let unreadable: unknown = null
  request.on('response', (reply) => {
    answered = true
    reply.once('end', () => {
      if (!request.writableFinished) request.destroy()
    })
    resolve(reply)
  })
  request.on('error', (cause) => {
    if (unreadable !== null) return reject(unreadable)
    reject(signal.aborted ? signal.reason : new ServerGone(cause.message, { cause }))
  })
  if (body instanceof Readable) {
    body.on('error', (cause) => {
      if (!answered && !request.destroyed) unreadable = cause
    })
    pipeline(body, request).catch((cause: unknown) => {
      if (!answered) reject(unreadable ?? new ServerGone('The server went away.', { cause }))
    })
  } else {
    request.end(body ?? undefined)
  }
  return await promise
}
