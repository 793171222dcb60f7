import {
  listAuditLog,
  type AuditLogEntry,
  type AuditLogPage,
} from '../../directory/list-audit-log.ts'
import type { Db } from '../../directory/schema.ts'
import { csvHeader, csvRecord } from '../report/csv-record.ts'

/** The audit log as CSV, the newest first, a page of the database at a time. */
export async function* writeAuditCsv(
  db: Db,
  asked: Omit<AuditLogPage, 'after' | 'limit'>,
): AsyncGenerator<string> {
  const pageAfter = (after?: string) => listAuditLog(db, { ...asked, after, limit: pageSize })
  // Before the first byte: what cannot be searched for can still be refused.
  let entries = await pageAfter()
  yield csvHeader(columns)
  while (entries.length > 0) {
    yield entries.map((entry) => csvRecord(cellsOf(entry))).join('')
    entries = entries.length < pageSize ? [] : await pageAfter(entries.at(-1)?.id)
  }
}

const pageSize = 1000

const columns = [
  'at',
  'act',
  'actor kind',
  'actor',
  'actor id',
  'way',
  'address',
  'subject kind',
  'subject',
  'subject id',
  'details',
]

function cellsOf({ at, act, actor, way, address, subject, details }: AuditLogEntry): string[] {
  return [
    at.toISOString(),
    act,
    actor.kind,
    actor.name ?? '',
    actor.id ?? '',
    way ?? '',
    address ?? '',
    subject?.kind ?? '',
    subject?.name ?? '',
    subject?.id ?? '',
    JSON.stringify(details),
  ].map(asText)
}

// Names are what people chose: with an apostrophe before it, no spreadsheet takes one for a formula.
function asText(cell: string): string {
  return /^[=+@\t\r-]/.test(cell) ? `'${cell}` : cell
}
