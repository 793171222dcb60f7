import { monitorEventLoopDelay } from 'node:perf_hooks'
import { openServer } from './open-server.ts'

/** What answering cost the server's process, in milliseconds and MB. */
export interface Cost {
  readonly processor: number
  readonly longestBlock: number
  readonly memory: number
}

// A process of its own, told by its parent when a request begins and ends.
await using server = await openServer(process.argv[2] ?? '')
const delays = monitorEventLoopDelay({ resolution: 5 })
delays.enable()
let before = process.cpuUsage()
let peak = 0
const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20)
const ended = Promise.withResolvers<void>()
process.on('message', (message) => {
  if (message === 'end') return ended.resolve()
  if (message === 'begin') {
    before = process.cpuUsage()
    delays.reset()
    peak = process.memoryUsage.rss()
    return process.send?.('begun')
  }
  const { user, system } = process.cpuUsage(before)
  process.send?.({
    processor: (user + system) / 1_000,
    longestBlock: delays.max / 1_000_000,
    memory: Math.max(peak, process.memoryUsage.rss()) / 1e6,
  } satisfies Cost)
})
process.send?.(server.url)
await ended.promise
clearInterval(watch)
