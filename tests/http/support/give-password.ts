import { hashPassword } from '../../../src/access/passwords/hash-password.ts'
import { storePassword } from '../../../src/access/passwords/store-password.ts'
import { emailKey } from '../../../src/domain/email.ts'
import type { TestServer } from './start-server.ts'

/** Gives the user with this address a password, as if they had chosen it. */
export async function givePassword(
  here: TestServer,
  { companyId, email, password }: { companyId: string; email: string; password: string },
): Promise<string> {
  const { id: userId } = await here.db
    .selectFrom('users')
    .select('id')
    .where('company_id', '=', companyId)
    .where('email_key', '=', emailKey(email))
    .executeTakeFirstOrThrow()
  const chosen = { companyId, userId, hash: await hashPassword(password), now: here.services.now() }
  await here.db.transaction().execute((tx) => storePassword(tx, chosen))
  return userId
}
