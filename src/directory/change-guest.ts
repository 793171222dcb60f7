import { RequestError } from '../domain/request-error.ts'
import type { Role } from '../domain/role.ts'
import { cleanName } from './clean-name.ts'
import type { GuestRef } from './find-guest.ts'
import type { Db } from './schema.ts'
import { sqlState } from './sql-state.ts'

/** What is changed of a guest; what is not said stays. */
export interface GuestChange {
  readonly name?: string | undefined
  readonly role?: Role | undefined
  /** Null: the link opens from the beginning, or without end. */
  readonly validFrom?: Date | null | undefined
  readonly validUntil?: Date | null | undefined
}

/**
 * Changes a guest's name, role or validity; their link looks here each time that it is opened.
 * @throws RequestError `guest-not-found`, `invalid-request` (no name, or an end before the beginning)
 */
export async function changeGuest(db: Db, guest: GuestRef, change: GuestChange): Promise<void> {
  const { name, role, validFrom, validUntil } = change
  const set = {
    ...(name !== undefined && { name: cleanName(name) }),
    ...(role !== undefined && { role }),
    ...(validFrom !== undefined && { valid_from: validFrom }),
    ...(validUntil !== undefined && { valid_until: validUntil }),
  }
  if (Object.keys(set).length === 0) return
  await db
    .updateTable('guests')
    .set(set)
    .where('company_id', '=', guest.companyId)
    .where('id', '=', guest.id)
    .execute()
    .catch((error: unknown) => {
      // check_violation: the table holds that a validity begins before it ends.
      if (sqlState(error) !== '23514') throw error
      throw new RequestError('invalid-request', { reason: 'validity-order' }, { cause: error })
    })
}
