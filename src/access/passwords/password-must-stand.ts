import type { Tx } from '../../directory/schema.ts'
import { RequestError } from '../../domain/request-error.ts'

/**
 * Holds, until the transaction ends, that the password by which somebody has just proved who they are is still the one
 * that stands. Hashing takes its time: who knew a password must not slip in with it while its owner changes it.
 * @param chosenAt when it was chosen; null: there was none
 * @throws RequestError `wrong-password`
 */
export async function passwordMustStand(
  tx: Tx,
  user: { readonly companyId: string; readonly userId: string },
  chosenAt: Date | null,
): Promise<void> {
  const stored = await tx
    .selectFrom('passwords')
    .select('changed_at')
    .where('company_id', '=', user.companyId)
    .where('user_id', '=', user.userId)
    .forUpdate()
    .executeTakeFirst()
  if (stored?.changed_at.getTime() !== chosenAt?.getTime()) throw new RequestError('wrong-password')
}
