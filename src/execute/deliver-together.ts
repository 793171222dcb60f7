import type { Job, PgBoss } from 'pg-boss'
import type { Workers } from './jobs.ts'
import { jobOptions, queues } from './start-boss.ts'

export interface DeliveryOptions {
  readonly workers: Pick<Workers, 'deliverMails' | 'hasManyMails'>
  /** Says that the process wants to end. */
  readonly stopping: AbortSignal
  /** Nobody else uses this database: there is nobody to help. */
  readonly exclusive: boolean
}

/** The data of a job: how many processes deliver already. */
interface Help {
  readonly helpers?: number
}

/**
 * Opens the worker that delivers mails. One job is at work for all processes, which is enough for a few mails; where
 * there are many, whoever delivers calls one more process to help, and that one calls the next.
 * @returns its id
 */
export async function deliverTogether(
  boss: PgBoss,
  { workers, stopping, exclusive }: DeliveryOptions,
): Promise<string> {
  const callHelp = async (helpers: number) => {
    if (exclusive || helpers > mostHelpers || !(await workers.hasManyMails())) return
    await boss.send(queues.deliver, { helpers }, jobOptions(`helper ${helpers}`))
  }
  const deliver = async ([job]: readonly Job<Help>[]) => {
    if (job === undefined) return
    await callHelp((job.data.helpers ?? 0) + 1)
    await workers.deliverMails(AbortSignal.any([job.signal, stopping]))
    // What this process leaves at its end, another one need not leave to the next minute.
    if (stopping.aborted) await boss.send(queues.deliver, {}, jobOptions('all'))
  }
  const options = { pollingIntervalSeconds: 1, batchSize: 1, groupConcurrency: 1 }
  return await boss.work<Help>(queues.deliver, options, deliver)
}

// A mail server is the bound long before.
const mostHelpers = 7
