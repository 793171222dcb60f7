import { sql, type Kysely } from 'kysely'

/**
 * What proves who somebody is, beside API keys: passwords, links to choose one, and identities at a provider. All of it
 * goes with its user. A link is derived from `issued_at`, never stored; choosing a password uses it up.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table passwords (
      company_id uuid not null,
      user_id uuid not null,
      hash text not null,
      changed_at timestamptz not null,
      primary key (company_id, user_id),
      foreign key (company_id, user_id) references users on delete cascade
    )`.execute(db)

  await sql`
    create table password_links (
      company_id uuid not null,
      user_id uuid not null,
      issued_at timestamptz(3) not null,
      expires_at timestamptz not null,
      primary key (company_id, user_id),
      foreign key (company_id, user_id) references users on delete cascade
    )`.execute(db)

  await sql`
    create table identities (
      company_id uuid not null,
      issuer text not null,
      subject text not null,
      user_id uuid not null,
      since timestamptz not null,
      primary key (company_id, issuer, subject),
      foreign key (company_id, user_id) references users on delete cascade
    )`.execute(db)
  await sql`create index on identities (company_id, user_id)`.execute(db)
  await sql`create index on identities (issuer, subject)`.execute(db)

  // Of the whole installation: whoever guesses does not know the company. `subject` is a keyed digest of an account
  // or of an address, so that the table tells neither.
  await sql`
    create table failed_sign_ins (
      subject bytea primary key,
      failures integer not null,
      last_at timestamptz not null
    )`.execute(db)

  // How somebody came in, and where: so that they recognise their sessions.
  await sql`
    alter table sessions
      add column opened_by text not null default 'key'
        check (opened_by in ('key', 'example', 'password', 'link', 'single-sign-on')),
      add column browser text,
      add column address text`.execute(db)
  await sql`update sessions set opened_by = 'example' where key_id is null`.execute(db)
  await sql`alter table sessions alter column opened_by drop default`.execute(db)

  // Null: all that the user may. Otherwise what both the user and the key may.
  await sql`
    alter table api_keys
      add column permissions text[],
      add column expires_at timestamptz`.execute(db)

  // Who issued an invitation: the page that it opens names them. Null: nobody in particular, or somebody who is gone.
  await sql`alter table invitations add column issued_by uuid`.execute(db)
}
