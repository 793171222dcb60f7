import type { IncomingMessage } from 'node:http'
import type { Server } from './route.ts'

/** What a request must at least bring before its patience is over, in bytes: 10 kB in 30 s is slower than any modem. */
const leastBytes = 10_000

/**
 * Closes the connection of a request whose body has stopped coming, or trickles. However long an upload takes that
 * moves, it is let be: so there is no limit to the whole of a request, only to each stretch of it.
 */
export function endStalledRequests(
  server: Server,
  { stalledAfter }: { readonly stalledAfter: number },
): void {
  server.addHook('onRequest', async ({ raw }) => {
    if (!bringsBody(raw)) return
    let read = raw.socket.bytesRead
    const timer = setInterval(() => {
      if (raw.complete) return stop()
      if (raw.socket.bytesRead - read < leastBytes) raw.destroy()
      read = raw.socket.bytesRead
    }, stalledAfter * 1000)
    timer.unref()
    raw.once('close', stop)

    function stop(): void {
      clearInterval(timer)
    }
  })
}

function bringsBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
}
