import type { Permission } from '../../src/domain/permission.ts'

/** Every permission in the order of the tree, with the one that includes it. */
export const parents = {
  'manage-company-settings': null,
  'show-all-usernames': 'manage-company-settings',
  'administrate-users': 'manage-company-settings',
  'list-all-users': 'administrate-users',
  'administrate-rooms': 'manage-company-settings',
  'list-all-rooms': 'administrate-rooms',
  'create-a-room': 'administrate-rooms',
} as const satisfies Record<Permission, Permission | null>

export const permissions = Object.keys(parents) as readonly Permission[]

/** Which of the granted permissions includes this one? Being granted itself does not count. */
export function includedBy(
  granted: readonly Permission[],
  permission: Permission,
): Permission | undefined {
  const parent = parents[permission]
  if (parent === null || granted.includes(parent)) return parent ?? undefined
  return includedBy(granted, parent)
}

/** How deep in the tree a permission stands: 0 for what no other includes. */
export function depthOf(permission: Permission): number {
  const parent = parents[permission]
  return parent === null ? 0 : 1 + depthOf(parent)
}
