import { sql, type RawBuilder } from 'kysely'

/**
 * A name as people look it up: without regard to case, and “Ärzte” with A instead of behind Z, in every
 * database alike.
 */
export function asPeopleSort(name: RawBuilder<unknown>): RawBuilder<string> {
  return sql`(lower(normalize(${name} collate "default", nfd)) collate "C")`
}
