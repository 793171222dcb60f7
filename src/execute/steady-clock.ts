import { systemClock, type Clock } from 'pg-boss'

/**
 * A clock for the job engine, whose timers wait until it has reached their end. Where the machine's clock is set back
 * by hours, this one goes on: nobody would look for the dead for so long. It follows where the machine's is set forth,
 * as after a sleep.
 */
export function steadyClock(): Clock {
  let begin = -Infinity
  return {
    ...systemClock,
    now() {
      const passed = performance.now()
      begin = Math.max(begin, Date.now() - passed)
      return begin + passed
    },
  }
}
