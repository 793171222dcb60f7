import { Checkbox, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Permission } from '../../src/domain/permission.ts'
import { depthOf, includedBy, permissions } from './permissions.ts'

/**
 * The permissions to tick, as a tree: what one includes is ticked with it. What cannot be ticked, or not be
 * unticked, says why.
 * @param props.granted those that are ticked themselves
 * @param props.onChange told what is ticked then; never both a permission and one that it includes
 * @param props.whyNot why this one cannot be changed; undefined where it can
 */
export function PermissionTree(props: {
  readonly label: string
  readonly granted: readonly Permission[]
  readonly onChange: (granted: readonly Permission[]) => void
  readonly whyNot?: (permission: Permission) => string | undefined
}) {
  const { t } = useTranslation('directory')
  const { label, granted, onChange, whyNot } = props
  return (
    <Stack gap="xs" role="group" aria-label={label}>
      {permissions.map((permission) => {
        const parent = includedBy(granted, permission)
        const reason =
          parent === undefined
            ? whyNot?.(permission)
            : t('permissionIncluded', { permission: t(`permissions.${parent}`) })
        return (
          <Checkbox
            key={permission}
            ms={depthOf(permission) * 28}
            label={t(`permissions.${permission}`)}
            description={reason}
            checked={parent !== undefined || granted.includes(permission)}
            disabled={reason !== undefined}
            // What somebody has must be readable, also where it cannot be changed.
            styles={{ label: { color: 'inherit' } }}
            onChange={({ currentTarget }) =>
              onChange(toggle(granted, permission, currentTarget.checked))
            }
          />
        )
      })}
    </Stack>
  )
}

function toggle(
  granted: readonly Permission[],
  permission: Permission,
  isTicked: boolean,
): readonly Permission[] {
  const others = granted.filter((other) => other !== permission)
  if (!isTicked) return others
  const ticked = [...others, permission]
  return ticked.filter((one) => includedBy(ticked, one) === undefined)
}
