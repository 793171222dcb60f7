import { sql, type RawBuilder } from 'kysely'
import { roles } from '../domain/role.ts'

/** Roles by what they allow, the most first; no role comes last. */
export function roleRank(role: RawBuilder<unknown>): RawBuilder<number> {
  return sql`coalesce(array_position(${inOrder}, ${role}), ${sql.lit(roles.length + 1)})`
}

const inOrder = sql`array[${sql.join(roles.map((role) => sql.lit(role)))}]`
