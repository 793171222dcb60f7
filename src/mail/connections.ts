import pLimit from 'p-limit'
import type { MailTransport } from './smtp-transport.ts'

/** The connections of a transport, of which each hands over one mail at a time. */
export interface Connections {
  /** Acts once a connection is free, or about to be. */
  readonly onFree: <Result>(act: () => Promise<Result>) => Promise<Result>
  readonly handOver: MailTransport['handOver']
}

/**
 * A mail waits for its connection before it counts as handed over: its time begins with it, and a kill leaves none
 * uncertain that has only waited. Only where the server takes mails in no time two begin before their connection is
 * free: for a third of its time it would wait for the note that they leave.
 */
export function startConnections({ parallel, handOver }: MailTransport): Connections {
  const onFree = pLimit(parallel)
  return {
    onFree,
    async handOver(message) {
      const begin = performance.now()
      const end = await handOver(message)
      const inNoTime = end.result === 'accepted' && performance.now() - begin < noTime
      onFree.concurrency = inNoTime ? parallel + 2 : parallel
      return end
    },
  }
}

// In milliseconds.
const noTime = 50
