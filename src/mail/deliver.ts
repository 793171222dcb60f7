import type { Db } from '../directory/schema.ts'
import type { Links } from '../directory/links.ts'
import { fileMails } from './file-mails.ts'
import { logosOf } from './logos-of.ts'
import type { Pace } from './pace.ts'
import { readMailbox } from './read-mailbox.ts'
import { removeFiles } from './remove-files.ts'
import { sendMails } from './send-mails.ts'
import { settleLost } from './settle-lost.ts'
import { settleWithdrawals } from './settle-withdrawals.ts'
import type { MailTransport } from './smtp-transport.ts'

/** What a delivery did, in mails. */
export interface Delivered {
  readonly sent: number
  /** Written into the folder, because there is no server. */
  readonly filed: number
  /** Refused for good. */
  readonly failed: number
  /** They may have left: the server had all of them, and no answer came. */
  readonly unknown: number
  /** To be tried again later. */
  readonly postponed: number
}

export interface Delivery {
  readonly db: Db
  readonly links: Links
  /** Who sends: one address, with or without a name. Without, mails bear the company's name. */
  readonly from: string
  /** The host name of the public address: the identifiers of the mails end in it. */
  readonly host: string
  /** Null: there is no server, and mails become files. */
  readonly transport: MailTransport | null
  /** How many mails a minute; any number unless given. */
  readonly pace?: Pace
  /** Where the files of unsent mails are kept; made when it is needed, for its owner only. */
  readonly folder: string
  readonly now: () => Date
  /** Ends the delivery after the mails that are just under way; the others stay queued. */
  readonly signal: AbortSignal
  readonly onProgress?: (delivered: Delivered) => void
}

/**
 * Drains the outbox of all companies: sends what is due, or writes it into files where there is no
 * server, and removes the files of mails that were withdrawn. May run several times at once.
 * @returns the counts, and in `trouble` why the server could not be used, if it could not: what was
 * not tried then is still queued, and due
 * @throws RangeError when `from` is not one address
 */
export async function deliverMails(
  delivery: Delivery,
): Promise<Delivered & { readonly trouble: string | null }> {
  const { transport, pace = unlimited, onProgress } = delivery
  let delivered: Delivered = { sent: 0, filed: 0, failed: 0, unknown: 0, postponed: 0 }
  const count = (what: keyof Delivered, mails = 1): void => {
    delivered = { ...delivered, [what]: delivered[what] + mails }
    onProgress?.(delivered)
  }

  let trouble: string | null = null
  const parts = partsOf(delivery)
  await settleWithdrawals(delivery.db)
  await settleLost(delivery.db, delivery.now())
  if (transport === null) {
    await fileMails({ ...parts, onFiled: (mails) => count('filed', mails) })
  } else {
    trouble = await sendMails({
      ...parts,
      transport,
      pace,
      onOutcome: (state) => count(named[state]),
    })
  }
  await settleWithdrawals(delivery.db)
  await removeFiles(parts)
  return { ...delivered, trouble }
}

const unlimited: Pace = { perMinute: null, perMinuteAndDomain: null }

const named = { sent: 'sent', failed: 'failed', unknown: 'unknown', queued: 'postponed' } as const

function partsOf({ db, folder, now, signal, from, host, links }: Delivery) {
  const sender = { from: readMailbox(from), host, links, logoOf: logosOf(db) }
  return { db, folder, now, signal, sender }
}
