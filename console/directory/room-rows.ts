import type { User } from '../../src/http/contract/directory.ts'

/**
 * What a user has now as rows of the operation that assigns users to rooms, one for each role: to be changed, and
 * brought back. A user without rooms has one row whose cells are to be filled in.
 */
export function roomRows({ email, rooms }: Pick<User, 'email' | 'rooms'>): string {
  const byRole = Map.groupBy(rooms, ({ role }) => role)
  if (byRole.size === 0) return `${quoted(email)},,`
  return [...byRole]
    .map(
      ([role, named]) =>
        `${quoted(email)},${quoted(roomsCell(named.map(({ room }) => room)))},${role}`,
    )
    .join('\n')
}

// A name that stands alone in its cell is tried as a whole; among others, a comma in it must be quoted.
function roomsCell(names: readonly string[]): string {
  return names.length === 1 ? names.join('') : names.map(quoted).join(',')
}

function quoted(text: string): string {
  return /[,"]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
