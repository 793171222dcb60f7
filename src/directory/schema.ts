import type { Generated, JSONColumnType, Kysely, Transaction } from 'kysely'
import type { BatchState } from '../domain/batch.ts'
import type { Language } from '../domain/language.ts'
import type { Permission } from '../domain/permission.ts'
import type { Role } from '../domain/role.ts'

/** The tables of the directory, as queries see them. */
export interface Schema {
  installation: { key_fingerprint: string; oldest_migration: Generated<string> }
  companies: {
    id: string
    name: string
    language: Language
    created_at: Date
    is_example: Generated<boolean>
    holds_mails: Generated<boolean>
    reply_to: string | null
  }
  users: {
    company_id: string
    id: string
    email: string
    email_key: string
    first_name: string
    last_name: string
    language: Language
    status: UserStatus
    created_at: Date
  }
  user_permissions: { company_id: string; user_id: string; permission: Permission }
  invitations: { company_id: string; user_id: string; issued_at: Date; issued_by: string | null }
  passwords: { company_id: string; user_id: string; hash: string; changed_at: Date }
  password_links: { company_id: string; user_id: string; issued_at: Date; expires_at: Date }
  identities: { company_id: string; issuer: string; subject: string; user_id: string; since: Date }
  failed_sign_ins: { subject: Buffer; failures: number; last_at: Date }
  api_keys: {
    company_id: string
    id: string
    user_id: string
    name: string
    secret_hash: Buffer
    created_at: Date
    last_used_at: Date | null
    permissions: Permission[] | null
    expires_at: Date | null
  }
  sessions: {
    company_id: string
    id: string
    user_id: string
    key_id: string | null
    secret_hash: Buffer
    created_at: Date
    expires_at: Date
    last_used_at: Date
    opened_by: OpenedBy
    browser: string | null
    address: string | null
  }
  rooms: {
    company_id: string
    id: string
    name: string
    default_role: Role | null
    created_at: Date
  }
  assignments: { company_id: string; user_id: string; room_id: string; role: Role }
  guests: {
    company_id: string
    id: string
    room_id: string
    email: string
    email_key: string
    name: string
    role: Role
    language: Language
    valid_from: Date | null
    valid_until: Date | null
    issued_at: Date
    mailed_at: Date | null
  }
  meeting_servers: {
    company_id: string
    address: string
    app_id: string | null
    sealed_secret: string | null
  }
  company_logos: { company_id: string; type: LogoType; bytes: Buffer }
  audit_log: AuditTable
  mail_pace: { domain: string; minute: Date; mails: number }
  mails: {
    company_id: string
    id: string
    kind: MailKind
    batch_id: string | null
    user_id: string | null
    recipient: string
    recipient_key: string
    language: Language
    content: JSONColumnType<object>
    state: Generated<MailState>
    attempts: Generated<number>
    due_at: Generated<Date>
    answer: string | null
    sent_at: Date | null
    filed_at: Date | null
    handed_over_at: Date | null
    /** Of a mail that was held or recalled while it was being handed over; null: it is tried again. */
    if_not_taken: 'held' | 'withdrawn' | null
    created_at: Date
  }
  batches: BatchTable
  remembered_mappings: {
    company_id: string
    operation: string
    columns_digest: Buffer
    choice: JSONColumnType<object>
    made_by: string | null
    made_at: Date
  }
  batch_chunks: {
    company_id: string
    batch_id: string
    first_position: number
    end_position: number
    done: Generated<number>
    unchanged: Generated<number>
    error: Generated<number>
    failed: Generated<number>
    mails: Generated<number>
    effects: JSONColumnType<object> | null
  }
  batch_fixes: {
    company_id: string
    batch_id: string
    position: number
    field: string
    value: string
  }
  idempotency_keys: {
    company_id: string
    user_id: string
    key: string
    request_digest: string
    status: number | null
    answer: JSONColumnType<object> | null
    created_at: Date
  }
}

interface BatchTable {
  company_id: string
  id: string
  operation: string
  state: BatchState
  language: Language | null
  source: JSONColumnType<object>
  source_digest: string
  records: number
  /** Of the rows that a person took out, those that are rows: a header is not. */
  left_out: Generated<number>
  mapping: JSONColumnType<object>
  digest: string | null
  verified_totals: JSONColumnType<object> | null
  verified_effects: JSONColumnType<object> | null
  groups: JSONColumnType<object> | null
  created_by: string
  created_at: Date
  /** When a person last changed it; null: not since it was brought. */
  touched_at: Date | null
  verified_at: Date | null
  executed_by: string | null
  started_at: Date | null
  finished_at: Date | null
  queued_at: Date | null
  stop_requested: Generated<boolean>
  cause: string | null
  holds_mails: Generated<boolean>
  cleared_at: Date | null
}

interface AuditTable {
  company_id: string
  id: string
  at: Date
  act: string
  actor_kind: AuditActorKind
  actor_id: string | null
  way: AuditWay | null
  address: string | null
  subject_kind: string | null
  subject_id: string | null
  details: JSONColumnType<object>
}

export type UserStatus = 'invited' | 'active'
/** How a session was opened: what proved who somebody is. */
export type OpenedBy = 'key' | 'example' | 'password' | 'link' | 'single-sign-on'
export type AuditActorKind = 'user' | 'guest' | 'installation' | 'nobody'
/** By what somebody came in: an API key, a session, the key in the data folder, or a link. */
export type AuditWay = 'key' | 'session' | 'folder' | 'link'
export type LogoType = 'image/png' | 'image/jpeg'
export type MailKind = 'invitation' | 'guest' | 'password' | 'test'
export type MailState = 'held' | 'queued' | 'sending' | 'sent' | 'failed' | 'unknown' | 'withdrawn'

export type Db = Kysely<Schema>
export type Tx = Transaction<Schema>
