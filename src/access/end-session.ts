import type { Db } from '../directory/schema.ts'
import { hashSecret } from './hash-secret.ts'
import { sessionToken } from './session-token.ts'

/** Ends the session with this token. What is no token, or of no session, ends nothing. */
export async function endSession(db: Db, text: string | undefined): Promise<void> {
  const token = text === undefined ? undefined : sessionToken.read(text)
  if (token === undefined) return
  await db
    .deleteFrom('sessions')
    .where('company_id', '=', token.companyId)
    .where('id', '=', token.id)
    .where('secret_hash', '=', hashSecret(token.secret))
    .execute()
}
