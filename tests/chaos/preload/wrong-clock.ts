import { readFileSync } from 'node:fs'

// Loaded before the program: its calendar is wrong by what the file says, from one moment to the next, as when
// somebody sets the machine's clock. Time that only passes (timers, performance.now) is as it is.
const file = process.env['CHAOS_CLOCK'] ?? ''
const RealDate = Date
let wrongBy = read()
setInterval(() => (wrongBy = read()), 100).unref()

const now = () => RealDate.now() + wrongBy

globalThis.Date = new Proxy(RealDate, {
  construct(target, given, asked) {
    const which = asked === globalThis.Date ? target : asked
    return Reflect.construct(target, given.length === 0 ? [now()] : given, which) as object
  },
  get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
})

function read(): number {
  try {
    return Number(readFileSync(file, 'utf8')) || 0
  } catch {
    return 0
  }
}
