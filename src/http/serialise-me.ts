import { may, type Caller } from '../access/caller.ts'
import { allPermissions } from '../domain/permission.ts'
import type { Me } from './contract/me.ts'

/** Who calls, as the API shows it. */
export function serialiseMe(caller: Caller): Me {
  const { actor, firstName, lastName, company, permissions, hasPassword } = caller
  const { userId, email, language } = actor
  return {
    id: userId,
    email,
    firstName,
    lastName,
    company,
    language,
    permissions: [...permissions],
    may: allPermissions.filter((permission) => may(caller, permission)),
    hasPassword,
  }
}
