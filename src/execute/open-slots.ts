import type { JobWithMetadata, PgBoss } from 'pg-boss'

type Job<Data> = Pick<JobWithMetadata<Data>, 'data' | 'signal'>

export interface SlotOptions<Data> {
  readonly queue: string
  /** How many jobs this process does side by side. */
  readonly count: number
  /** Nobody else takes these jobs. */
  readonly exclusive: boolean
  /** Says that the process wants to end. */
  readonly stopping: AbortSignal
  readonly perform: (job: Job<Data>) => Promise<void>
}

/** What a process does side by side. */
export interface Slots {
  /** Looks for jobs at once, unless others may have their hands free. */
  wake(): void
}

/**
 * Opens slots that each do one job at a time, of which one of a group is active in all processes together. A process
 * that idles looks for a job every second; one that is at work takes one more every other second. So jobs spread over
 * all processes.
 */
export async function openSlots<Data extends object>(
  boss: PgBoss,
  { queue, count, exclusive, stopping, perform }: SlotOptions<Data>,
): Promise<Slots> {
  const workers: string[] = []
  const busy = new Set<number>()
  for (let slot = 0; slot < count; slot++) {
    const pollingIntervalSeconds = slot === 0 || exclusive ? 1 : untilWoken
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
  const wakeOne = () => {
    const free = workers.find((_, slot) => !busy.has(slot))
    if (free !== undefined) boss.notifyWorker(free)
  }
  const oneMore = setInterval(() => busy.size > 0 && wakeOne(), 2_000)
  stopping.addEventListener('abort', () => clearInterval(oneMore))
  return {
    wake() {
      if (exclusive) for (const worker of workers) boss.notifyWorker(worker)
      else if (busy.size === 0) wakeOne()
    },
  }
}

// In seconds.
const untilWoken = 60
