import { Pool } from 'pg'
import { connect } from '../../src/directory/connect.ts'
import { deliverMails } from '../../src/mail/deliver.ts'
import type { Pace } from '../../src/mail/pace.ts'
import { createSmtpTransport } from '../../src/mail/smtp-transport.ts'
import { testSender } from './test-sender.ts'

/** What the process is told: the addresses of a database and of a mail server, and which time it is. */
export interface DeliveryErrand {
  readonly database: string
  readonly smtp: string
  /** ISO 8601. */
  readonly now: string
  readonly pace?: Pace
}

const errand: DeliveryErrand = JSON.parse(process.argv[2] ?? '')
const now = new Date(errand.now)
const pool = new Pool({ connectionString: errand.database })
const transport = createSmtpTransport(errand.smtp)
const delivered = await deliverMails({
  ...testSender,
  db: connect(pool),
  transport,
  ...(errand.pace && { pace: errand.pace }),
  folder: '/nowhere/mails',
  now: () => now,
  signal: new AbortController().signal,
})
process.stdout.write(JSON.stringify(delivered))
transport.close()
await pool.end()
