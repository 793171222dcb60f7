import type { Db } from '../directory/schema.ts'
import { claimMails, isStillClaimed, type Claim } from './claim-mails.ts'
import { composeMail, type Sender } from './compose-mail.ts'
import { linkEnd } from './link-end.ts'
import { recordOutcomes, type Outcome } from './record-outcomes.ts'
import { retryDelay } from './retry-delay.ts'
import { handOverLimit, type HandOver, type MailTransport } from './smtp-transport.ts'

export interface Sending {
  readonly db: Db
  readonly sender: Sender
  readonly transport: MailTransport
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
  const { db, transport, now, signal, onOutcome } = sending
  const record = recordOutcomes(db)
  let troubles: readonly string[] = []
  // As many troubles in a row as there are connections: it is not the mails.
  const goesOn = () => !signal.aborted && troubles.length < transport.parallel
  const claims = claimMails(db, now, goesOn)

  const work = async (): Promise<void> => {
    for await (const claim of claims) {
      const end = await sendMail(sending, claim)
      if (end === null) continue
      troubles = end.trouble === null ? [] : [...troubles, end.trouble]
      await record(end.outcome)
      onOutcome(end.outcome.state)
    }
  }
  // Twice as many as connections: half of them record while the other half hands over.
  const ends = await Promise.allSettled(Array.from({ length: 2 * transport.parallel }, work))
  for (const end of ends) if (end.status === 'rejected') throw end.reason
  return troubles.length < transport.parallel ? null : (troubles.at(-1) ?? null)
}

interface End {
  readonly outcome: Outcome
  /** What made the server unusable for this mail. */
  readonly trouble: string | null
}

// Null: this mail is not ours to send any more.
async function sendMail(sending: Sending, claim: Claim): Promise<End | null> {
  const { db, sender, transport, now } = sending
  const time = now()
  if (claim.leaseEnd.getTime() - time.getTime() < leaseToSpare) return null
  if (!(await isStillClaimed(db, claim))) return null
  const end = linkEnd(claim.mail)
  if (end !== null && end <= time) {
    const answer = `Not sent: its link was valid until ${end.toISOString()} only.`
    return { outcome: { claim, state: 'failed', answer }, trouble: null }
  }
  const message = composeMail(claim.mail, sender, time)
  return endOf(claim, await transport.handOver(message), now())
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
  const trouble = handOver.unusable ? answer : null
  const delay = retryDelay(claim.attempts)
  if (delay === null) return { outcome: { claim, state: 'failed', answer }, trouble }
  const dueAt = new Date(time.getTime() + delay)
  return { outcome: { claim, state: 'queued', answer, dueAt }, trouble }
}
