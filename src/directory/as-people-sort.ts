import { sql, type RawBuilder } from 'kysely'

/**
 * A name as people look it up: without regard to case, and “Ärzte” with A instead of behind Z, in every
 * database alike.
 */
export function asPeopleSort(name: RawBuilder<unknown>): RawBuilder<string> {
  // Decomposing takes 20 µs, and what has no byte beyond ASCII needs none.
  return sql`((case when octet_length(${name}) = length(${name}) then lower(${name} collate "C") collate "default"
    else lower(normalize(${name} collate "default", nfd)) end) collate "C")`
}
