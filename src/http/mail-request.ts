import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { findBatch } from '../directory/batches.ts'
import type { Db } from '../directory/schema.ts'
import { RequestError } from '../domain/request-error.ts'
import type { MailKey } from '../mail/mail-keys.ts'
import type { Note } from './audit/note.ts'
import type { MailChoice } from './contract/mail.ts'
import { callerOf } from './guard.ts'

/** The part of an address that names a mail. */
export const mailParams = z.object({ mail: z.string() })

/**
 * The mail of that id in the caller's company.
 * @throws RequestError `mail-not-found` for what cannot be the id of any
 */
export function mailKey(request: FastifyRequest, id: string): MailKey {
  if (!z.uuid().safeParse(id).success) throw new RequestError('mail-not-found', { mail: id })
  return { companyId: callerOf(request).actor.companyId, id }
}

/**
 * @throws RequestError `batch-not-found` where the mails of a batch are meant that is not the caller's
 */
export async function mustHaveBatch(db: Db, companyId: string, choice: MailChoice): Promise<void> {
  if ('batch' in choice) await findBatch(db, { companyId, id: choice.batch })
}

/** What the audit log says of an act on chosen mails. */
export function choiceNote(choice: MailChoice, mails: number): Note {
  const details = { mails }
  return 'batch' in choice ? { subject: { kind: 'batch', id: choice.batch }, details } : { details }
}
