import type { Language } from '../domain/language.ts'
import type { Permission } from '../domain/permission.ts'
import type { Actor } from './actor.ts'
import type { Db } from './schema.ts'

export interface FoundActor {
  readonly actor: Actor
  /** As they were granted; a permission includes its children. */
  readonly permissions: readonly Permission[]
  readonly companyLanguage: Language
}

/** A user as somebody who acts; undefined when there is no such user any more. */
export async function findActor(
  db: Db,
  { companyId, userId }: { readonly companyId: string; readonly userId: string },
): Promise<FoundActor | undefined> {
  const user = await db
    .selectFrom('users as u')
    .innerJoin('companies as c', 'c.id', 'u.company_id')
    .select(['u.email', 'u.language', 'c.language as companyLanguage'])
    .where('u.company_id', '=', companyId)
    .where('u.id', '=', userId)
    .executeTakeFirst()
  if (user === undefined) return undefined
  const granted = await db
    .selectFrom('user_permissions')
    .select('permission')
    .where('company_id', '=', companyId)
    .where('user_id', '=', userId)
    .execute()
  return {
    actor: { companyId, userId, email: user.email, language: user.language },
    permissions: granted.map(({ permission }) => permission),
    companyLanguage: user.companyLanguage,
  }
}
