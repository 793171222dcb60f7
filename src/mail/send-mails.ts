import type { Db } from '../directory/schema.ts'
import { claimMails, type Claim } from './claim-mails.ts'
import { composeMail, type Sender } from './compose-mail.ts'
import { startConnections, type Connections } from './connections.ts'
import { linkEnd } from './link-end.ts'
import { noteHandOvers } from './note-hand-overs.ts'
import { ownAnswer } from './own-answer.ts'
import type { Pace } from './pace.ts'
import { retryDelay } from './retry-delay.ts'
import { handOverLimit, type HandOver, type MailTransport } from './smtp-transport.ts'
import type { Outcome } from './write-notes.ts'

export interface Sending {
  readonly db: Db
  readonly sender: Sender
  readonly transport: MailTransport
  readonly pace: Pace
  readonly now: () => Date
  readonly signal: AbortSignal
  /** Told of every mail that came to an end, once that is recorded. */
  readonly onOutcome: (state: Outcome['state']) => void
}

/**
 * Hands over whatever is due. Ends early when the signal says so, or when the server cannot be used:
 * what was not tried then stays queued as it was.
 * @returns what made the server unusable, in its words or the network's; null when it was not
 */
export async function sendMails(sending: Sending): Promise<string | null> {
  const { db, transport, pace, now, signal, onOutcome } = sending
  const { mark, record } = noteHandOvers(db, { pace, now })
  const connections = startConnections(transport)
  let troubles: readonly string[] = []
  // As many troubles in a row as there are connections: it is not the mails.
  const goesOn = () => !signal.aborted && troubles.length < transport.parallel
  const claims = claimMails(db, { pace, now, goesOn })

  const work = async (): Promise<void> => {
    for await (const claim of claims) {
      const end = await sendMail(sending, claim, { mark, connections })
      if (end === null) continue
      troubles = end.trouble === null ? [] : [...troubles, end.trouble]
      await record(end.outcome)
      onOutcome(end.outcome.state)
    }
  }
  // Three times as many as connections: while some hand over, others compose and record.
  const ends = await Promise.allSettled(Array.from({ length: 3 * transport.parallel }, work))
  for (const end of ends) if (end.status === 'rejected') throw end.reason
  return troubles.length < transport.parallel ? null : (troubles.at(-1) ?? null)
}

interface End {
  readonly outcome: Outcome
  /** What made the server unusable for this mail. */
  readonly trouble: string | null
}

interface Way {
  readonly mark: (claim: Claim) => Promise<boolean>
  readonly connections: Connections
}

// Null: this mail is not ours to send any more.
async function sendMail(
  { sender, now }: Sending,
  claim: Claim,
  { mark, connections }: Way,
): Promise<End | null> {
  const time = now()
  const end = linkEnd(claim.mail)
  if (end !== null && end <= time) {
    const answer = ownAnswer('link-ended', end.toISOString())
    return { outcome: { claim, state: 'failed', answer }, trouble: null }
  }
  const message = await composeMail(claim.mail, sender, time)
  return await connections.onFree(async () => {
    if (claim.leaseEnd.getTime() - now().getTime() < leaseToSpare) return null
    if (!(await mark(claim))) return null
    return endOf(claim, await connections.handOver(message), now())
  })
}

// A hand-over that takes its longest must end before another delivery may claim the mail.
const leaseToSpare = handOverLimit + 30_000

function endOf(claim: Claim, handOver: HandOver, time: Date): End {
  const { answer } = handOver
  if (handOver.result === 'accepted') {
    return { outcome: { claim, state: 'sent', answer, sentAt: time }, trouble: null }
  }
  if (handOver.result === 'refused') {
    return { outcome: { claim, state: 'failed', answer }, trouble: null }
  }
  if (handOver.result === 'lost') {
    const outcome = { claim, state: 'unknown', answer: ownAnswer('answer-lost', answer) } as const
    return { outcome, trouble: answer }
  }
  const trouble = handOver.unusable ? answer : null
  const delay = retryDelay(claim.attempts)
  if (delay === null) return { outcome: { claim, state: 'failed', answer }, trouble }
  const dueAt = new Date(time.getTime() + delay)
  return { outcome: { claim, state: 'queued', answer, dueAt }, trouble }
}
