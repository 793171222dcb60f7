import { ActionIcon, Tooltip } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Permission } from '../../src/domain/permission.ts'
import { useMay } from '../api/use-may.ts'

/** As a permitted button, but an icon only: for the rows of tables. */
export function PermittedIcon(props: {
  readonly needs: Permission
  readonly icon: Icon
  readonly label: string
  readonly color?: string
  readonly onClick: () => void
}) {
  const { t } = useTranslation('directory')
  const may = useMay(props.needs)
  const reason = t('needsPermission', { permission: t(`permissions.${props.needs}`) })
  return (
    <Tooltip label={may ? props.label : reason} multiline maw={280} events={onEverything}>
      <ActionIcon
        variant="subtle"
        color={props.color ?? 'gray'}
        aria-label={props.label}
        {...(may
          ? { onClick: props.onClick }
          : { 'data-disabled': true, 'aria-disabled': true, 'aria-description': reason })}
      >
        <props.icon size={16} stroke={1.6} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}

const onEverything = { hover: true, focus: true, touch: true }
