import { sql } from 'kysely'
import { newId } from '../domain/id.ts'
import type { Json } from '../domain/json.ts'
import type { AuditActorKind, AuditWay, Db, Tx } from './schema.ts'

/** What somebody did, as the audit log keeps it: people by their ids only. */
export interface NewAuditEntry {
  /** Whose log it is written into. */
  readonly companyId: string
  readonly at: Date
  readonly act: string
  readonly actor: { readonly kind: AuditActorKind; readonly id: string | null }
  /** By what they came in; null: by nothing, or it was the program itself. */
  readonly way: AuditWay | null
  /** The network address from which they asked. */
  readonly address: string | null
  readonly subject: { readonly kind: string; readonly id: string | null } | null
  /** Never a secret, a name or an address of a person. */
  readonly details: Readonly<Record<string, Json>>
}

/** Appends to the audit log, which nothing ever changes or deletes: a trigger of the table sees to that. */
export async function appendAuditEntry(db: Db | Tx, entry: NewAuditEntry): Promise<void> {
  const { companyId, at, act, actor, way, address, subject, details } = entry
  await sql`
    insert into audit_log
      (company_id, id, at, act, actor_kind, actor_id, way, address, subject_kind, subject_id, details)
    values
      (${companyId}, ${newId()}, ${at}, ${act}, ${actor.kind}, ${actor.id}, ${way}, ${address},
        ${subject?.kind ?? null}, ${subject?.id ?? null}, ${JSON.stringify(details)})`.execute(db)
}
