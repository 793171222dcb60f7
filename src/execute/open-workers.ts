import type { PgBoss } from 'pg-boss'
import { deliverTogether } from './deliver-together.ts'
import type { JobsOptions, Workers } from './jobs.ts'
import { openSlots } from './open-slots.ts'
import { jobOptions, queues } from './start-boss.ts'

export interface WorkersOptions extends Pick<
  JobsOptions,
  'batchesAtOnce' | 'exclusive' | 'onError'
> {
  readonly workers: Workers
  /** Each says that there is work; what waits already is not sent a second time. */
  readonly sending: Readonly<Record<'deliverMails' | 'clearPast', () => Promise<void>>> & {
    readonly executeCompany: (companyId: string) => Promise<void>
  }
  /** Says that the process wants to end. */
  readonly stopping: AbortSignal
}

export interface OpenWorkers {
  /** Looks at once for companies that have a batch to execute. */
  wakeExecutors(): void
  /** Looks at once for mails to deliver. */
  wakeDeliverer(): void
}

/** Opens the workers of this process, and has what is to be done now and then announced. */
export async function openWorkers(boss: PgBoss, options: WorkersOptions): Promise<OpenWorkers> {
  const { workers, sending, stopping, batchesAtOnce = 2, exclusive, onError } = options
  const work = (queue: string, perform: (signal: AbortSignal) => Promise<void>) =>
    boss.work(queue, workOptions, async ([job]) => {
      if (job !== undefined) await perform(AbortSignal.any([job.signal, stopping]))
    })

  const deliverer = await deliverTogether(boss, options)
  const clearer = await work(queues.clear, (signal) => workers.clearPast(signal))
  const takeUp = async () => {
    for (const companyId of await workers.companiesWithWork())
      await sending.executeCompany(companyId)
  }
  await work(queues.takeUp, takeUp)
  const announce = async (send: () => Promise<void>, worker: string) => {
    await send()
    boss.notifyWorker(worker)
  }
  await takeUp()
  const executors = await openSlots<{ companyId: string }>(boss, {
    queue: queues.execute,
    count: batchesAtOnce,
    exclusive,
    stopping,
    async perform({ data: { companyId }, signal }) {
      await workers.executeCompany(companyId, {
        signal: AbortSignal.any([signal, stopping]),
        onMails: () => void announce(sending.deliverMails, deliverer).catch(onError),
        onDeleted: () => void announce(sending.clearPast, clearer).catch(onError),
      })
      // What this process puts down at its end, another one takes up, or it does at its next start.
      if (stopping.aborted) await sending.executeCompany(companyId)
    },
  })
  await schedule(boss)
  return {
    wakeExecutors: () => executors.wake(),
    wakeDeliverer: () => boss.notifyWorker(deliverer),
  }
}

// One job of a kind is active at a time, in all processes together.
const workOptions = { pollingIntervalSeconds: 30, batchSize: 1, groupConcurrency: 1 }

/** Finds what no nudge has reached: a process that was killed, a delay that has passed, a job that was lost. */
async function schedule(boss: PgBoss): Promise<void> {
  const all = jobOptions('all')
  await boss.schedule(queues.deliver, '* * * * *', {}, all)
  await boss.schedule(queues.takeUp, '* * * * *', {}, all)
  // Not once a night: many a server is on by day only. Where nothing is to be done it costs a few milliseconds.
  await boss.schedule(queues.clear, '23 * * * *', {}, all)
}
