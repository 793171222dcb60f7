import { sql } from 'kysely'
import type { Db } from '../directory/schema.ts'

/** A key is a user's own: two users may choose the same. */
export interface KeyClaim {
  readonly companyId: string
  readonly userId: string
  readonly key: string
}

/** What an earlier request with the key came to; no answer: it is still at work. */
export interface EarlierRequest {
  readonly digest: string
  readonly answer: unknown
}

/**
 * Claims the key for this request, or tells what became of the earlier one. A claim that nobody keeps up
 * (its process died) is taken over; keys older than a day are forgotten.
 */
export async function claimKey(
  db: Db,
  { companyId, userId, key }: KeyClaim,
  now: Date,
): Promise<'claimed' | EarlierRequest> {
  await db
    .deleteFrom('idempotency_keys')
    .where('company_id', '=', companyId)
    .where('user_id', '=', userId)
    .where('created_at', '<', new Date(now.getTime() - rememberedFor))
    .execute()
  const abandoned = new Date(now.getTime() - abandonedAfter)
  const { rows } = await sql`
    insert into idempotency_keys (company_id, user_id, key, request_digest, created_at)
    values (${companyId}, ${userId}, ${key}, '', ${now})
    on conflict (company_id, user_id, key) do update set created_at = excluded.created_at
      where idempotency_keys.status is null and idempotency_keys.created_at < ${abandoned}
    returning key`.execute(db)
  if (rows.length > 0) return 'claimed'
  const earlier = await db
    .selectFrom('idempotency_keys')
    .select(['request_digest as digest', 'answer'])
    .where('company_id', '=', companyId)
    .where('user_id', '=', userId)
    .where('key', '=', key)
    .executeTakeFirst()
  return earlier ?? { digest: '', answer: null }
}

/** Keeps the claim alive while its request is at work (an upload may take long). @returns how to stop */
export function keepClaim(db: Db, claim: KeyClaim, now: () => Date): () => void {
  const timer = setInterval(() => {
    // When it cannot be kept up now, the next time may do: there are several before it is abandoned.
    void touch(db, claim, now()).catch(() => undefined)
  }, abandonedAfter / 4)
  timer.unref()
  return () => clearInterval(timer)
}

/** Remembers the answer for the requests that repeat this one. */
export async function storeAnswer(
  db: Db,
  claim: KeyClaim,
  { digest, status, answer }: { digest: string; status: number; answer: unknown },
): Promise<void> {
  await claimed(db, claim)
    .set({ request_digest: digest, status, answer: JSON.stringify(answer) })
    .execute()
}

/**
 * Gives the key back: what failed may be tried again. Where the database is away, as it is when the request failed for
 * that, this goes on behind the caller's back until it is there again, or the claim counts as abandoned.
 */
export async function giveBackKey(db: Db, claim: KeyClaim, now: () => Date): Promise<void> {
  const failedAt = now()
  const tries = async (left: number): Promise<void> => {
    try {
      await removeClaim(db, claim, failedAt)
    } catch {
      if (left > 0) setTimeout(() => void tries(left - 1), giveBackPause).unref()
    }
  }
  await tries(abandonedAfter / giveBackPause)
}

// A later claim is another request's: this one was removed, and only the answer to that was lost.
async function removeClaim(
  db: Db,
  { companyId, userId, key }: KeyClaim,
  failedAt: Date,
): Promise<void> {
  await db
    .deleteFrom('idempotency_keys')
    .where('company_id', '=', companyId)
    .where('user_id', '=', userId)
    .where('key', '=', key)
    .where('status', 'is', null)
    .where('created_at', '<=', failedAt)
    .execute()
}

const giveBackPause = 1_000
const rememberedFor = 24 * 60 * 60 * 1000
const abandonedAfter = 60_000

async function touch(db: Db, claim: KeyClaim, now: Date): Promise<void> {
  await claimed(db, claim).set({ created_at: now }).execute()
}

function claimed(db: Db, { companyId, userId, key }: KeyClaim) {
  return db
    .updateTable('idempotency_keys')
    .where('company_id', '=', companyId)
    .where('user_id', '=', userId)
    .where('key', '=', key)
    .where('status', 'is', null)
}
