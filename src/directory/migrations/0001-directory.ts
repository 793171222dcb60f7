import { sql, type Kysely } from 'kysely'

/**
 * Companies and all that belongs to them. `company_id` leads every key, so that the tables can be
 * distributed by company. Keys that people choose compare byte by byte (`collate "C"`): the same
 * in every database, and the fastest.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table installation (
      the_only boolean primary key default true check (the_only),
      key_fingerprint text not null
    )`.execute(db)

  await sql`
    create table companies (
      id uuid primary key,
      name text collate "C" not null unique,
      language text not null check (language in ('en', 'de')),
      created_at timestamptz not null
    )`.execute(db)

  await sql`
    create table users (
      company_id uuid not null references companies on delete cascade,
      id uuid not null,
      email text not null,
      email_key text collate "C" not null check (email_key <> '' and email_key = lower(email_key)),
      first_name text not null,
      last_name text not null,
      language text not null check (language in ('en', 'de')),
      status text not null check (status in ('invited', 'active')),
      created_at timestamptz not null,
      primary key (company_id, id),
      unique (company_id, email_key)
    )`.execute(db)

  await sql`
    create table user_permissions (
      company_id uuid not null,
      user_id uuid not null,
      permission text not null check (permission in (
        'manage-company-settings', 'show-all-usernames', 'administrate-users', 'list-all-users',
        'administrate-rooms', 'list-all-rooms', 'create-a-room')),
      primary key (company_id, user_id, permission),
      foreign key (company_id, user_id) references users on delete cascade
    )`.execute(db)

  // One invitation per user: inviting again moves issued_at, and with it every earlier link dies.
  await sql`
    create table invitations (
      company_id uuid not null,
      user_id uuid not null,
      issued_at timestamptz(3) not null,
      primary key (company_id, user_id),
      foreign key (company_id, user_id) references users on delete cascade
    )`.execute(db)

  await sql`
    create table api_keys (
      company_id uuid not null,
      id uuid not null,
      user_id uuid not null,
      name text not null,
      secret_hash bytea not null,
      created_at timestamptz not null,
      last_used_at timestamptz,
      primary key (company_id, id),
      foreign key (company_id, user_id) references users on delete cascade
    )`.execute(db)
  await sql`create index on api_keys (company_id, user_id)`.execute(db)

  await sql`
    create table rooms (
      company_id uuid not null references companies on delete cascade,
      id uuid not null,
      name text collate "C" not null check (name <> ''),
      default_role text check (default_role in
        ('Admin', 'Moderator', 'Participant', 'Guest', 'Spectator', 'No access')),
      created_at timestamptz not null,
      primary key (company_id, id),
      unique (company_id, name)
    )`.execute(db)

  await sql`
    create table assignments (
      company_id uuid not null,
      user_id uuid not null,
      room_id uuid not null,
      role text not null check (role in
        ('Admin', 'Moderator', 'Participant', 'Guest', 'Spectator', 'No access')),
      primary key (company_id, user_id, room_id),
      foreign key (company_id, user_id) references users on delete cascade,
      foreign key (company_id, room_id) references rooms on delete cascade
    )`.execute(db)
  await sql`create index on assignments (company_id, room_id)`.execute(db)

  // One link per guest and room. The link is derived from id and issued_at, never stored.
  await sql`
    create table guests (
      company_id uuid not null,
      id uuid not null,
      room_id uuid not null,
      email text not null,
      email_key text collate "C" not null check (email_key <> '' and email_key = lower(email_key)),
      name text not null,
      role text not null check (role in
        ('Admin', 'Moderator', 'Participant', 'Guest', 'Spectator', 'No access')),
      language text not null check (language in ('en', 'de')),
      valid_from timestamptz,
      valid_until timestamptz,
      issued_at timestamptz(3) not null,
      mailed_at timestamptz,
      primary key (company_id, id),
      unique (company_id, email_key, room_id),
      foreign key (company_id, room_id) references rooms on delete cascade,
      check (valid_from < valid_until)
    )`.execute(db)
  await sql`create index on guests (company_id, room_id)`.execute(db)
}
