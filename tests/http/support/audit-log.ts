import { auditPage, type AuditEntry } from '../../../src/http/contract/audit.ts'
import { read } from './read.ts'
import type { TestServer } from './start-server.ts'

/** The log of the company, the oldest first. */
export async function logOf(
  here: TestServer,
  query = '',
  key?: string,
): Promise<readonly AuditEntry[]> {
  const answer = await here.ask(`/audit-log?limit=1000${query}`, key === undefined ? {} : { key })
  return (await read(answer, auditPage)).entries.toReversed()
}
