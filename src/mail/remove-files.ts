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
    with filed as (
      select mails.company_id, mails.id
      from ${keyRows(keys)} join mails using (company_id, id)
      where mails.filed_at is not null
      for update of mails skip locked
    )
    update mails set filed_at = null
    from filed where mails.company_id = filed.company_id and mails.id = filed.id
    returning mails.id, mails.recipient, mails.created_at as "createdAt"`.execute(tx)
  return rows.map(mailFileName)
}
