import { sql, type RawBuilder } from 'kysely'
import type { EmailAddress } from '../domain/email.ts'

/**
 * The keys of the rows' addresses, each once, as a table `asked (key)` to look something up for each. They are sent as the
 * lines of one text, which no address can break: as an array each would be escaped, and take twice the time.
 */
export function askedKeys(rows: readonly { readonly email: EmailAddress }[]): RawBuilder<unknown> {
  const keys = new Set<string>()
  for (const { email } of rows) keys.add(email.key)
  return sql`string_to_table(${[...keys].join('\n')}, e'\\n') as asked (key)`
}
