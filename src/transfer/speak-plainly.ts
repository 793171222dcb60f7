import type { ClientBase } from 'pg'

/** Has this session write and read values in one way, whatever the database or the role is set to. */
export async function speakPlainly(client: ClientBase): Promise<void> {
  await client.query(`
    set client_encoding = 'UTF8';
    set datestyle = 'ISO, YMD';
    set timezone = 'UTC';
    set bytea_output = 'hex';
    set extra_float_digits = 1;
    set statement_timeout = 0;
    set idle_in_transaction_session_timeout = 0`)
}
