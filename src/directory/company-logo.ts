import { sql } from 'kysely'
import type { Db, LogoType } from './schema.ts'

/** The picture by which people know a company. */
export interface Logo {
  readonly type: LogoType
  readonly bytes: Buffer
}

/** The logo of a company; undefined when it has none. */
export async function findLogo(db: Db, companyId: string): Promise<Logo | undefined> {
  return await db
    .selectFrom('company_logos')
    .select(['type', 'bytes'])
    .where('company_id', '=', companyId)
    .executeTakeFirst()
}

/** Puts a logo in the place of the one that there was. */
export async function putLogo(db: Db, companyId: string, { type, bytes }: Logo): Promise<void> {
  await sql`
    insert into company_logos (company_id, type, bytes) values (${companyId}, ${type}, ${bytes})
    on conflict (company_id) do update set type = excluded.type, bytes = excluded.bytes`.execute(db)
}

/** @returns false when there was none */
export async function deleteLogo(db: Db, companyId: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('company_logos')
    .where('company_id', '=', companyId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
