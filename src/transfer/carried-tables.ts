/**
 * The tables that an export carries, each behind those that it refers to, so that they can be filled in this order. A
 * test holds this list and that of what stays against the tables that there are.
 */
export const carriedTables = [
  'companies',
  'users',
  'user_permissions',
  'invitations',
  'passwords',
  'password_links',
  'identities',
  'api_keys',
  'sessions',
  'failed_sign_ins',
  'rooms',
  'assignments',
  'guests',
  'meeting_servers',
  'company_logos',
  'batches',
  'batch_records',
  'batch_fixes',
  'batch_left_out',
  'batch_judgements',
  'batch_results',
  'batch_chunks',
  'remembered_mappings',
  'mails',
  'mail_withdrawals',
  'idempotency_keys',
  'audit_log',
] as const

export type CarriedTable = (typeof carriedTables)[number]
