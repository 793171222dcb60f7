import { sql } from 'kysely'
import MailComposer from 'nodemailer/lib/mail-composer'
import type { Db, Tx } from '../directory/schema.ts'
import { composeMail, type Sender } from './compose-mail.ts'
import { mailColumns } from './mail-columns.ts'
import { mailFileName, makeMailFolder, writeMailFile } from './mail-file.ts'
import { keyRows, mailKeys, round, type MailKey } from './mail-keys.ts'
import type { Mail } from './mail.ts'

interface Filing {
  readonly db: Db
  readonly sender: Sender
  readonly folder: string
  readonly now: () => Date
  readonly signal: AbortSignal
  /** Told after every chunk how many mails have a file now. */
  readonly onFiled: (count: number) => void
}

// The rows stay locked while their files are written, so that none is withdrawn meanwhile. A message
// takes a millisecond to build: more at a time would keep requests to the same process waiting.
const chunk = 25

/** Writes every queued mail that has no file yet into the folder; the mails stay queued. */
export async function fileMails(filing: Filing): Promise<void> {
  const { db, folder, now, signal, onFiled } = filing
  const find = () => unfiledMails(db, now())
  let hasFolder = false
  for await (const keys of mailKeys({ find, size: chunk, goesOn: () => !signal.aborted })) {
    if (!hasFolder) await makeMailFolder(folder)
    hasFolder = true
    onFiled(await db.transaction().execute((tx) => fileChunk(tx, filing, keys)))
  }
}

async function fileChunk(tx: Tx, filing: Filing, keys: readonly MailKey[]): Promise<number> {
  const { sender, folder, now } = filing
  const mails = await lockMails(tx, keys)
  await Promise.all(
    mails.map(async (mail) => {
      const message = new MailComposer(await composeMail(mail, sender, mail.createdAt))
      await writeMailFile(folder, mailFileName(mail), await message.compile().build())
    }),
  )
  await setFiled(tx, mails, now())
  return mails.length
}

// Also what a delivery by SMTP left behind when it was killed, before the server was taken away.
async function unfiledMails(db: Db, now: Date): Promise<readonly MailKey[]> {
  const { rows } = await sql<MailKey>`
    select company_id as "companyId", id from mails
    where state in ('queued', 'sending') and filed_at is null and handed_over_at is null
      and (state = 'queued' or due_at <= ${now})
    order by created_at, id
    limit ${round}`.execute(db)
  return rows
}

async function lockMails(tx: Tx, keys: readonly MailKey[]): Promise<readonly Mail[]> {
  const { rows } = await sql<Mail>`
    select ${mailColumns}
    from ${keyRows(keys)}
    join mails using (company_id, id)
    join companies on companies.id = mails.company_id
    where mails.state in ('queued', 'sending') and mails.filed_at is null
      and mails.handed_over_at is null
    for update of mails skip locked`.execute(tx)
  return rows
}

async function setFiled(tx: Tx, mails: readonly Mail[], now: Date): Promise<void> {
  await sql`
    update mails set filed_at = ${now}, state = 'queued'
    from ${keyRows(mails)}
    where mails.company_id = key.company_id and mails.id = key.id`.execute(tx)
}
