import type { ClientBase } from 'pg'

/**
 * Holds what had not left when an export was made: where the other installation goes on, it sends that. Batches that
 * are on their way, or may go on, hold what they still cause, for the same reason. What somebody asked for themselves,
 * a link for a new password or a test, is withdrawn: whenever it is released, nobody waits for it any more.
 * @returns how many were withdrawn
 */
export async function holdUnsentMails(client: ClientBase): Promise<number> {
  // What was being handed over, and has no answer, becomes "unknown" when its lease ends, as after a kill.
  const { rowCount: withdrawn } = await client.query(`
    update mails set state = 'withdrawn', if_not_taken = null, answer = 'roster:imported'
    where state in ('held', 'queued', 'sending') and handed_over_at is null
      and kind in ('password', 'test')`)
  await client.query(`
    update mails set state = 'held', if_not_taken = null
    where state in ('queued', 'sending') and handed_over_at is null`)
  await client.query(`
    update batches set holds_mails = true
    where state in ('waiting', 'executing', 'stopped', 'failed') and not holds_mails`)
  return withdrawn ?? 0
}
