import { sql } from 'kysely'
import { connect } from '../../src/directory/connect.ts'
import type { Db, MailState } from '../../src/directory/schema.ts'
import { newId } from '../../src/domain/id.ts'
import { mailState } from '../../src/mail/mail-state.ts'
import { queueInvitations, type InvitationToQueue } from '../../src/mail/outbox.ts'
import { createDatabase } from './database.ts'
import { testNow, testSender } from './test-sender.ts'

/** The outbox of one company in a database of its own. */
export interface TestOutbox extends AsyncDisposable {
  readonly db: Db
  /** For a process of its own. */
  readonly url: string
  readonly companyId: string
  /** Queues an invitation to each of these addresses; gives back the users' ids. */
  invite(recipients: readonly string[], rest?: Partial<InvitationToQueue>): Promise<string[]>
  /** Every mail, in the order in which they were queued. */
  mails(): Promise<readonly OutboxRow[]>
}

export interface OutboxRow {
  readonly id: string
  readonly to: string
  readonly state: MailState
  readonly attempts: number
  readonly answer: string | null
  readonly dueAt: Date
  readonly sentAt: Date | null
  readonly filedAt: Date | null
}

export { testNow, testSender }

export async function createOutbox(companyName = 'Example'): Promise<TestOutbox> {
  const database = await createDatabase()
  const db = connect(database.pool)
  const companyId = newId()
  await sql`insert into companies values (${companyId}, ${companyName}, 'en', ${testNow})`.execute(
    db,
  )
  return {
    db,
    url: database.url,
    companyId,
    invite: async (recipients, rest = {}) => {
      const mails = recipients.map((recipient) => ({
        userId: newId(),
        recipient,
        firstName: 'Ada',
        lastName: 'Lovelace',
        inviter: null,
        issuedAt: testNow,
        rooms: [{ name: 'room 1', role: 'Participant' } as const],
        ...rest,
      }))
      const queue = { companyId, batchId: null, language: 'en', now: testNow, mails } as const
      await db.transaction().execute((tx) => queueInvitations(tx, queue))
      return mails.map(({ userId }) => userId)
    },
    mails: async () => {
      const { rows } = await sql<OutboxRow>`
        select id, recipient as "to", ${mailState} as state, attempts, answer, due_at as "dueAt",
          sent_at as "sentAt", filed_at as "filedAt"
        from mails order by id`.execute(db)
      return rows
    },
    [Symbol.asyncDispose]: () => database.drop(),
  }
}
