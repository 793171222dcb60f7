import type { Act } from '../../../../src/access/policy.ts'

/** A body with which each act that changes a thing would do so. */
export const bodies: Readonly<Partial<Record<Act, unknown>>> = {
  'replace-source': { text: 'b@example.org' },
  'map-batch': {},
  'fix-row': { values: { email: 'b@example.org' } },
  'fix-cells': { field: 'email', value: 'nobody@example.org', replacement: 'c@example.org' },
  'leave-out': { leftOut: true, rows: [1] },
  'accept-suggestions': {},
  'verify-batch': {},
  'execute-batch': { digest: 'x' },
  'stop-batch': {},
  'resume-batch': {},
  'grant-permissions': { permissions: ['list-all-rooms'] },
  'invite-again': {},
  'change-room': { name: 'Another name' },
  'change-my-room': { name: 'One more name' },
  'enter-my-room': {},
  'change-guest': { name: 'Another guest' },
  'send-mail-again': {},
}
