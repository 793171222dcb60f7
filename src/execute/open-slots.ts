import type { JobWithMetadata, PgBoss } from 'pg-boss'

type Job<Data> = Pick<JobWithMetadata<Data>, 'data' | 'signal'>

export interface SlotOptions<Data> {
  readonly queue: string
  /** How many jobs this process does side by side. */
  readonly count: number
  /** Nobody else takes these jobs. */
  readonly exclusive: boolean
  readonly perform: (job: Job<Data>) => Promise<void>
}

/** What a process does side by side. */
export interface Slots {
  /** Looks for jobs at once. */
  wake(): void
}

/**
 * Opens slots that each do one job at a time, of which one of a group is active in all processes together. A process
 * that is at work already looks for more with less zeal than one that idles: so jobs spread over all of them.
 */
export async function openSlots<Data extends object>(
  boss: PgBoss,
  { queue, count, exclusive, perform }: SlotOptions<Data>,
): Promise<Slots> {
  const workers: string[] = []
  const busy = new Set<number>()
  for (let slot = 0; slot < count; slot++) {
    const pollingIntervalSeconds = slot === 0 || exclusive ? zeal.idle : zeal.busy
    const options = { pollingIntervalSeconds, batchSize: 1, groupConcurrency: 1 }
    const worker = await boss.work<Data>(queue, options, async ([job]) => {
      if (job === undefined) return
      busy.add(slot)
      try {
        await perform(job)
      } finally {
        busy.delete(slot)
        // There may be more, and this process has its hands free.
        boss.notifyWorker(worker)
      }
    })
    workers.push(worker)
  }
  const wakeNext = () => {
    const next = workers.find((_, slot) => !busy.has(slot))
    if (next !== undefined) boss.notifyWorker(next)
  }
  return {
    wake() {
      if (exclusive) return workers.forEach((worker) => boss.notifyWorker(worker))
      wakeNext()
      // Others that idle have looked by then.
      setTimeout(wakeNext, zeal.idle * 1_000 + 200).unref()
    },
  }
}

// How often, in seconds, a process looks for jobs that others have announced: one that idles, and one that is at work.
const zeal = { idle: 1, busy: 3 }
