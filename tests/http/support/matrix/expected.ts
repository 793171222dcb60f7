import type { Needs } from '../../../../src/access/policy.ts'
import type { Permission } from '../../../../src/domain/permission.ts'

/** As what somebody stands before a route. */
export type Standing =
  | { readonly kind: 'nobody' }
  | {
      readonly kind: 'user'
      readonly permissions: readonly Permission[]
      readonly isLimited?: boolean
    }
  | { readonly kind: 'folder' }
  | { readonly kind: 'watcher' }
  /** Shows a link; null: one that opens nothing. */
  | { readonly kind: 'link'; readonly opens: LinkNeed | null }

export type LinkNeed = Extract<Needs, `${string}-link`>

/** What the guard says: lets in, or refuses with status and code. */
export type Admission = 'in' | '401 sign-in-required' | '403 permission-required' | NotThere
type NotThere = '404 not-found' | '404 link-unknown'

/**
 * What the guard must say, by the rules of the domain. It is written down here once more, apart from the program's own
 * tree of permissions, so that no mistake can hide in what both would share.
 */
export function expectedAdmission(needs: Needs, standing: Standing): Admission {
  if (needs === 'public') return 'in'
  if (isLinkNeed(needs)) {
    return standing.kind === 'link' && standing.opens === needs ? 'in' : '404 link-unknown'
  }
  if (standing.kind === 'link') return '404 not-found'
  if (standing.kind === 'folder') return 'in'
  if (standing.kind === 'watcher') return needs === 'watcher' ? 'in' : '401 sign-in-required'
  if (standing.kind === 'nobody') return '401 sign-in-required'
  if (needs === 'signed-in') return 'in'
  if (needs === 'whole-account') return standing.isLimited ? '403 permission-required' : 'in'
  if (needs === 'watcher' || needs === 'installation') return '403 permission-required'
  const isIncluded = standing.permissions.some((granted) => included[granted].includes(needs))
  return isIncluded ? 'in' : '403 permission-required'
}

function isLinkNeed(needs: Needs): needs is LinkNeed {
  return needs.endsWith('-link')
}

/** What each permission includes, itself among it. */
const included: Readonly<Record<Permission, readonly Permission[]>> = {
  'manage-company-settings': [
    'manage-company-settings',
    'show-all-usernames',
    'administrate-users',
    'list-all-users',
    'administrate-rooms',
    'list-all-rooms',
    'create-a-room',
  ],
  'show-all-usernames': ['show-all-usernames'],
  'administrate-users': ['administrate-users', 'list-all-users'],
  'list-all-users': ['list-all-users'],
  'administrate-rooms': ['administrate-rooms', 'list-all-rooms', 'create-a-room'],
  'list-all-rooms': ['list-all-rooms'],
  'create-a-room': ['create-a-room'],
}
