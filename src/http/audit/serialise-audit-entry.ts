import type { AuditLogEntry } from '../../directory/list-audit-log.ts'
import type { AuditEntry } from '../contract/audit.ts'

/** An entry of the audit log as the API shows it. */
export function serialiseAuditEntry(entry: AuditLogEntry): AuditEntry {
  return {
    ...entry,
    at: entry.at.toISOString(),
    details: entry.details as AuditEntry['details'],
  }
}
