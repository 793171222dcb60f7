import type { Server } from './route.ts'

/**
 * Lets requests that are being answered come to their end when the server closes, but not for long: an upload
 * over a slow line could take an hour, and what is cut off has stored nothing.
 */
export function closeInTime(server: Server): void {
  server.addHook('preClose', async () => {
    setTimeout(() => server.server.closeAllConnections(), graceMilliseconds).unref()
  })
}

const graceMilliseconds = 3_000
