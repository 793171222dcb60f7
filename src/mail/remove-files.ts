import { sql } from 'kysely'
import type { Db, Tx } from '../directory/schema.ts'
import { mailFileName, removeMailFile } from './mail-file.ts'
import { keyRows, mailKeys, round, type MailKey } from './mail-keys.ts'

interface Removal {
  readonly db: Db
  readonly folder: string
  readonly signal: AbortSignal
}

const chunk = 500

/** Removes the files of mails that were withdrawn (their links are dead) or sent since. */
export async function removeFiles({ db, folder, signal }: Removal): Promise<void> {
  const find = () => settledMails(db)
  for await (const keys of mailKeys({ find, size: chunk, goesOn: () => !signal.aborted })) {
    await db.transaction().execute(async (tx) => {
      const names = await unfile(tx, keys)
      await Promise.all(names.map((name) => removeMailFile(folder, name)))
    })
  }
}

async function settledMails(db: Db): Promise<readonly MailKey[]> {
  const { rows } = await sql<MailKey>`
    select company_id as "companyId", id from mails
    where filed_at is not null and state in ('withdrawn', 'sent')
    limit ${round}`.execute(db)
  return rows
}

// The files go before this commits, so a file is never forgotten.
async function unfile(tx: Tx, keys: readonly MailKey[]): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string; recipient: string; createdAt: Date }>`
    update mails set filed_at = null
    from ${keyRows(keys)}
    where mails.company_id = key.company_id and mails.id = key.id and mails.filed_at is not null
    returning mails.id, mails.recipient, mails.created_at as "createdAt"`.execute(tx)
  return rows.map(mailFileName)
}
