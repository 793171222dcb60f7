import { sql, type RawBuilder } from 'kysely'

/**
 * A name as people look it up: without regard to case, and “Ärzte” with A instead of behind Z, in every
 * database alike.
 */
export function asPeopleSort(name: RawBuilder<unknown>): RawBuilder<string> {
  const text = sql`${name} collate "default"`
  // Decomposing takes 20 µs, and what has no byte beyond ASCII needs none.
  return sql`(lower(case when octet_length(${name}) = length(${name}) then ${text}
    else normalize(${text}, nfd) end) collate "C")`
}
