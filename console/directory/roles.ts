import type { Role } from '../../src/domain/role.ts'

/** What the roles allow in a room, from the most to the least. */
export const allowed = {
  Admin: ['join', 'send', 'share', 'moderate', 'edit'],
  Moderator: ['join', 'send', 'share', 'moderate'],
  Participant: ['join', 'send', 'share'],
  Guest: ['join', 'send'],
  Spectator: ['join'],
  'No access': [],
} as const satisfies Record<Role, readonly Right[]>

export type Right = 'join' | 'send' | 'share' | 'moderate' | 'edit'

export const roles = Object.keys(allowed) as readonly Role[]
