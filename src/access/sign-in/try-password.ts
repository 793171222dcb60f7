import type { Db } from '../../directory/schema.ts'
import { hashPassword, isOutdated, isPasswordOf } from '../passwords/hash-password.ts'
import type { Bearer } from './bearers-of.ts'

/**
 * Whom of those who are meant the password fits: of several companies it may be several. Nothing differs between an
 * address that nobody has, a user without a password and a wrong one: there are as many hashes.
 * @throws RequestError `too-many-requests` when very many passwords are being tried
 */
export async function tryPassword(
  db: Db,
  meant: readonly Bearer[],
  password: string,
): Promise<readonly Bearer[]> {
  const hashes = meant.map(({ hash }) => hash)
  const padding = Array.from({ length: Math.max(0, leastHashes - meant.length) }, () => null)
  const fits = await Promise.all(
    [...hashes, ...padding].map((hash) => isPasswordOf(hash, password)),
  )
  const fitting = meant.filter((_, index) => fits[index])
  for (const user of fitting) {
    if (user.hash !== null && isOutdated(user.hash)) await rehash(db, user, password)
  }
  return fitting
}

// One for everybody would tell by the time who is a user of two companies. More than two are too rare to pay for.
const leastHashes = 2

/** Today’s parameters are stronger than those of then. Unless the password has been changed in this moment. */
async function rehash(db: Db, user: Bearer, password: string): Promise<void> {
  const hash = await hashPassword(password)
  await db
    .updateTable('passwords')
    .set({ hash })
    .where('company_id', '=', user.companyId)
    .where('user_id', '=', user.userId)
    .where('hash', '=', user.hash ?? '')
    .execute()
}
