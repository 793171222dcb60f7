import { sql, type RawBuilder } from 'kysely'
import { heldKinds } from './can-be-held.ts'

/** Which mails somebody means: those named, those of a batch, or all that can be held. */
export type MailChoice =
  | { readonly mails: readonly string[] }
  | { readonly batch: string }
  | { readonly all: true }

/** The choice as a condition on `mails`; what is another company's is never meant. */
export function areChosen(companyId: string, choice: MailChoice): RawBuilder<boolean> {
  return sql`(mails.company_id = ${companyId} and ${meant(choice)})`
}

function meant(choice: MailChoice): RawBuilder<boolean> {
  if ('mails' in choice) return sql`mails.id = any(${choice.mails}::uuid[])`
  if ('batch' in choice) return sql`mails.batch_id = ${choice.batch}`
  return sql`mails.kind = any(${heldKinds}::text[])`
}
