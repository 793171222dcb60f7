import { RequestError } from '../domain/request-error.ts'
import type { Server, Services } from './route.ts'

/**
 * Asks clients to come back by another connection once the server is about to end, so that a proxy leads them to
 * another server. When the server closes, requests that are being answered come to their end, but not for long: an
 * upload over a slow line could take an hour, and what is cut off has stored nothing. Whoever asks on is told why not.
 */
export function closeInTime(server: Server, { ending }: Pick<Services, 'ending'>): void {
  server.addHook('onSend', async (_, reply) => {
    if (ending?.aborted === true) reply.header('connection', 'close')
  })
  let isClosing = false
  server.addHook('onRequest', async () => {
    if (isClosing) throw new RequestError('server-ending')
  })
  server.addHook('preClose', async () => {
    isClosing = true
    setTimeout(() => server.server.closeAllConnections(), graceMilliseconds).unref()
  })
}

const graceMilliseconds = 3_000
