import type { ClientBase } from 'pg'

/**
 * Holds what had not left when an export was made: where the other installation goes on, it sends that. Batches that
 * are on their way, or may go on, hold what they still cause, for the same reason.
 */
export async function holdUnsentMails(client: ClientBase): Promise<void> {
  // What was being handed over, and has no answer, becomes "unknown" when its lease ends, as after a kill.
  await client.query(`
    update mails set state = 'held', if_not_taken = null
    where state in ('queued', 'sending') and handed_over_at is null`)
  await client.query(`
    update batches set holds_mails = true
    where state in ('waiting', 'executing', 'stopped', 'failed') and not holds_mails`)
}
