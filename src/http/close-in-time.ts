import type { Server, Services } from './route.ts'

/**
 * Asks clients to come back by another connection once the server is about to end, so that a proxy leads them to
 * another server. Lets requests that are being answered come to their end when the server closes, but not for long: an upload
 * over a slow line could take an hour, and what is cut off has stored nothing.
 */
export function closeInTime(server: Server, { ending }: Pick<Services, 'ending'>): void {
  server.addHook('onSend', async (_, reply) => {
    if (ending?.aborted === true) reply.header('connection', 'close')
  })
  server.addHook('preClose', async () => {
    setTimeout(() => server.server.closeAllConnections(), graceMilliseconds).unref()
  })
}

const graceMilliseconds = 3_000
