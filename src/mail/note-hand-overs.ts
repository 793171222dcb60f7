import type { Db } from '../directory/schema.ts'
import type { Claim } from './claim-mails.ts'
import { gather } from './gather.ts'
import { isPaced, takePace, type Pace } from './pace.ts'
import { putOff } from './put-off.ts'
import { writeNotes, type Note, type Outcome } from './write-notes.ts'

/** What the outbox is told of a mail before and after it is handed over. */
export interface Notes {
  /**
   * Notes, right before a claimed mail is handed over, that it is: should the process end before it can record
   * the answer, whoever comes next knows that the mail may have left.
   * @returns may it be handed over? Not when it was withdrawn or held meanwhile, when the lease has run out,
   * or when this minute's mails have left (it is put off then)
   */
  readonly mark: (claim: Claim) => Promise<boolean>
  /**
   * Writes an outcome down as soon as it is known, so that a killed process leaves only what was just being
   * handed over unrecorded. Resolves when it is in the database.
   */
  readonly record: (outcome: Outcome) => Promise<void>
}

/** Writes the outcomes of the last mails and the marks of the next ones in one statement. */
export function noteHandOvers(
  db: Db,
  { pace, now }: { readonly pace: Pace; readonly now: () => Date },
): Notes {
  const write = gather(async (notes: readonly Note[]): Promise<ReadonlySet<string>> => {
    const time = now()
    if (!isPaced(pace)) return await writeNotes(db, notes, time)
    // An outcome waits for nobody's count of this minute's mails.
    await writeNotes(
      db,
      notes.filter(({ state }) => state !== 'leaving'),
      time,
    )
    const claims = notes.filter(({ state }) => state === 'leaving').map(({ claim }) => claim)
    return claims.length === 0 ? new Set() : await markAtPace(db, claims, { pace, time })
  })
  return {
    mark: async (claim) => (await write({ claim, state: 'leaving' })).has(claim.mail.id),
    record: async (outcome) => void (await write(outcome)),
  }
}

async function markAtPace(
  db: Db,
  claims: readonly Claim[],
  { pace, time }: { readonly pace: Pace; readonly time: Date },
): Promise<ReadonlySet<string>> {
  return await db.transaction().execute(async (tx) => {
    const granted = await takePace(tx, claims, { pace, now: time })
    const denied = claims.filter((claim) => !granted.has(claim))
    await putOff(tx, denied, time)
    const notes = [...granted].map((claim) => ({ claim, state: 'leaving' }) as const)
    return await writeNotes(tx, notes, time)
  })
}
