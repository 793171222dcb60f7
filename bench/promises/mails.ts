import { seedCompany } from '../batches/seed-company.ts'
import { startSmtpSink } from '../servers/start-smtp-sink.ts'
import type { HandedOver, MailsRequest } from '../processes/hand-over-mails.ts'
import { runScript } from '../run-script.ts'
import type { SpeedPromise } from './promise.ts'

/** The outbox (claims, leases, records) costs little beside the handing over. */
export const mails: SpeedPromise = {
  name: 'mails',
  summary: 'mails handed to a local SMTP server, against what nodemailer alone reaches',
  stable: 'both talk to the same server in the same minute, and the messages are the same',
  async measure({ usual, rows }) {
    const count = rows ?? 5_000
    await using database = await (await usual()).database()
    const size = { rows: count, rooms: 1 }
    const actor = await seedCompany(database.pool, { users: 'all' }, size)
    await using sink = await startSmtpSink()
    const hand = (way: MailsRequest['way']) =>
      runScript<HandedOver>('processes/hand-over-mails.ts', {
        way,
        url: database.url,
        smtpUrl: sink.url,
        actor,
        mails: count,
      } satisfies MailsRequest)
    const alone = await hand('library')
    const outbox = await hand('outbox')
    return [
      {
        what: 'mails handed over, against the library alone',
        goal: { atLeast: 0.7 },
        value: alone.seconds / outbox.seconds,
        unit: '×',
        detail: `${Math.round(count / outbox.seconds)} against ${Math.round(count / alone.seconds)} mails/s; processor time ${(outbox.node / alone.node).toFixed(2)} ×`,
      },
    ]
  },
}
