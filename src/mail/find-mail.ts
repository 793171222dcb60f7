import { sql } from 'kysely'
import type { Db, Tx } from '../directory/schema.ts'
import { RequestError } from '../domain/request-error.ts'
import { knownMailColumns, type KnownMail } from './mail-entry.ts'
import type { MailKey } from './mail-keys.ts'

/** @throws RequestError `mail-not-found` */
export async function findMail(db: Db | Tx, key: MailKey): Promise<KnownMail> {
  return await read(db, key, false)
}

/**
 * Finds the mail and keeps others from changing it until the transaction ends.
 * @throws RequestError `mail-not-found`
 */
export async function lockMail(tx: Tx, key: MailKey): Promise<KnownMail> {
  return await read(tx, key, true)
}

async function read(db: Db | Tx, { companyId, id }: MailKey, locks: boolean): Promise<KnownMail> {
  const { rows } = await sql<KnownMail>`
    select ${knownMailColumns}
    from mails join companies on companies.id = mails.company_id
    where mails.company_id = ${companyId} and mails.id = ${id}
    ${locks ? sql`for update of mails` : sql``}`.execute(db)
  const [mail] = rows
  if (mail === undefined) throw new RequestError('mail-not-found', { mail: id })
  return mail
}
