import { monitorEventLoopDelay } from 'node:perf_hooks'
import { pino } from 'pino'
import { startApp } from '../../../src/app.ts'
import { readConfig } from '../../../src/config/config.ts'

// The whole program in a process of its own, so that what it takes can be measured: it says where it listens, answers
// each message with its figures, and stops when it is disconnected.
const [databaseUrl = '', dataFolder = ''] = process.argv.slice(2)
const app = await startApp({
  config: readConfig(process.env),
  databaseUrl,
  dataFolder,
  port: 0,
  host: '127.0.0.1',
  role: 'all',
  example: false,
  log: pino({ level: 'error' }, process.stderr),
  say: () => {},
})
const delay = monitorEventLoopDelay({ resolution: 5 })
delay.enable()
process.on('message', () => {
  const { maxRSS } = process.resourceUsage()
  process.send?.({ longestPause: delay.max / 1e6, peakMegabytes: (maxRSS * 1024) / 1e6 })
  delay.reset()
})
process.once('disconnect', () => void app.stop())
process.send?.({ address: app.address })
