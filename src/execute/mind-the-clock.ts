import { setInterval } from 'node:timers'
import { sql } from 'kysely'
import { connect } from '../directory/connect.ts'
import type { BossOptions } from './start-boss.ts'

/**
 * Looks now and then whether the database's clock has been set back, for as long as the process works. By such a clock
 * jobs that were announced, workers that were alive and rounds that were made before lie in the future, and for hours
 * nobody would begin what waits, or miss the dead.
 */
export function mindTheClock(
  { pool, onError }: Pick<BossOptions, 'pool' | 'onError'>,
  stopping: AbortSignal,
): void {
  let isLooking = false
  const look = async () => {
    // A database that hangs is asked once, not every time.
    if (isLooking) return
    isLooking = true
    try {
      await bringToNow.execute(connect(pool))
    } catch (error) {
      onError(error instanceof Error ? error : new Error(String(error)))
    } finally {
      isLooking = false
    }
  }
  // By a timer of our own: the schedule of the job engine rests on the same clock.
  const timer = setInterval(() => void look(), milliseconds)
  stopping.addEventListener('abort', () => clearInterval(timer))
}

const milliseconds = 5_000

// The job engine has no words for it. Nothing is announced for later than a second from now, and who works says so
// every few seconds, so whatever lies ahead by a minute was written by another time.
const bringToNow = sql`
  with waiting as (
    update pgboss.job set start_after = now()
    where state in ('created', 'retry') and start_after > now() + interval '1 minute'
  ), active as (
    update pgboss.job set heartbeat_on = now()
    where state = 'active' and heartbeat_on > now() + interval '1 minute'
  ), rounds as (
    update pgboss.queue
    set monitor_on = least(monitor_on, now()), monitor_claim_on = least(monitor_claim_on, now()),
      maintain_on = least(maintain_on, now())
    where greatest(monitor_on, monitor_claim_on, maintain_on) > now() + interval '1 minute'
  )
  update pgboss.version set cron_on = now() where cron_on > now() + interval '1 minute'`
