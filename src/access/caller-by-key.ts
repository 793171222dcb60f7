import type { Db } from '../directory/schema.ts'
import { RequestError } from '../domain/request-error.ts'
import { apiKey } from './api-key.ts'
import type { Caller } from './caller.ts'
import { ownerOfKey } from './find-caller.ts'
import { isSecretOf } from './hash-secret.ts'
import { isToBeNoted } from './is-to-be-noted.ts'
import type { Token } from './token-format.ts'

/**
 * The user for whom an API key speaks.
 * @throws RequestError `sign-in-required`
 */
export async function callerByKey(text: string, db: Db, now: Date): Promise<Caller> {
  const key = apiKey.read(text)
  if (key === undefined) throw new RequestError('sign-in-required')
  const owner = await ownerOfKey(db, key, now)
  if (owner === undefined || !isSecretOf(owner.secretHash, key.secret)) {
    throw new RequestError('sign-in-required')
  }
  if (isToBeNoted(owner.lastUsedAt, now)) await noteUse(db, key, now)
  return owner.caller
}

async function noteUse(db: Db, key: Token, now: Date): Promise<void> {
  const noted = db
    .updateTable('api_keys')
    .set({ last_used_at: now })
    .where('company_id', '=', key.companyId)
    .where('id', '=', key.id)
    .execute()
  // Where nothing can be written any more (a full disk), people must still be able to read.
  await noted.catch(() => undefined)
}
