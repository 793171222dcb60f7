import { sql } from 'kysely'
import type { MappingChoice } from '../domain/mapping.ts'
import type { Db, Tx } from './schema.ts'

/** What a mapping is remembered for: an operation, and the digest of a set of headers. */
export interface RememberedFor {
  readonly companyId: string
  readonly operation: string
  readonly columnsDigest: Buffer
}

export interface RememberedMapping<Choice extends MappingChoice> {
  readonly choice: Choice
  /** The address of who made it; null: they are gone. */
  readonly byEmail: string | null
  readonly at: Date
}

/** The mapping that somebody made for these headers. `Choice` is what was remembered. */
export async function findRememberedMapping<Choice extends MappingChoice>(
  db: Db | Tx,
  { companyId, operation, columnsDigest }: RememberedFor,
): Promise<RememberedMapping<Choice> | undefined> {
  const found = await db
    .selectFrom('remembered_mappings as m')
    .leftJoin('users as u', (join) =>
      join.onRef('u.company_id', '=', 'm.company_id').onRef('u.id', '=', 'm.made_by'),
    )
    .where('m.company_id', '=', companyId)
    .where('m.operation', '=', operation)
    .where('m.columns_digest', '=', columnsDigest)
    .select(['m.choice', 'm.made_at', 'u.email'])
    .executeTakeFirst()
  if (found === undefined) return undefined
  return { choice: found.choice as Choice, byEmail: found.email, at: found.made_at }
}

/** Takes the place of what was remembered for these headers; the same choice stays that of whoever made it first. */
export async function putRememberedMapping(
  tx: Tx,
  { companyId, operation, columnsDigest }: RememberedFor,
  made: { readonly choice: MappingChoice; readonly by: string; readonly at: Date },
): Promise<void> {
  // Who is being deleted at this moment is not waited for, and is nobody any more.
  await sql`
    insert into remembered_mappings as old
      (company_id, operation, columns_digest, choice, made_by, made_at)
    values (
      ${companyId}, ${operation}, ${columnsDigest}, ${JSON.stringify(made.choice)},
      (select id from users where company_id = ${companyId} and id = ${made.by}
        for key share skip locked),
      ${made.at}
    )
    on conflict (company_id, operation, columns_digest) do update
    set choice = excluded.choice, made_by = excluded.made_by, made_at = excluded.made_at
    where old.choice::text <> excluded.choice::text`.execute(tx)
}

export async function deleteRememberedMapping(
  db: Db,
  { companyId, operation, columnsDigest }: RememberedFor,
): Promise<void> {
  await db
    .deleteFrom('remembered_mappings')
    .where('company_id', '=', companyId)
    .where('operation', '=', operation)
    .where('columns_digest', '=', columnsDigest)
    .execute()
}
