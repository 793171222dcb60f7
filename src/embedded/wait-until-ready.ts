import { setTimeout as wait } from 'node:timers/promises'
import { tryToConnect } from './connect.ts'
import type { Connection } from './connect.ts'
import type { ServerProcess } from './server-process.ts'

export type Readiness =
  | { readonly state: 'ready' }
  | { readonly state: 'ended' }
  | { readonly state: 'silent'; readonly reason: string }
  | { readonly state: 'locked-out' | 'refused'; readonly reason: string }

// A server that does not even answer for so long never will.
const patience = 10_000

/**
 * Waits until a real connection succeeds. A server that says that it is starting is waited for
 * however long it takes: after a power cut it first replays what it had promised.
 *
 * @param onDelay called once when it takes longer than a few seconds
 */
export async function waitUntilReady(
  server: ServerProcess,
  connection: Connection,
  onDelay: () => void = () => {},
): Promise<Readiness> {
  const begin = performance.now()
  let lastSign = begin
  let delayed = false
  while (server.isAlive()) {
    const attempt = await tryToConnect(connection)
    const now = performance.now()
    if (attempt.state === 'busy') lastSign = now
    else if (attempt.state !== 'silent') return attempt
    else if (now - lastSign > patience) return { state: 'silent', reason: attempt.reason }
    if (!delayed && now - begin > 4_000) {
      delayed = true
      onDelay()
    }
    await wait(now - begin < 500 ? 10 : 100)
  }
  return { state: 'ended' }
}
