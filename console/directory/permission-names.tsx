import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Permission } from '../../src/domain/permission.ts'

/** What somebody was granted, one below the other. */
export function PermissionNames({ granted }: { readonly granted: readonly Permission[] }) {
  const { t } = useTranslation('directory')
  return granted.map((permission) => (
    <Text key={permission} size="sm">
      {t(`permissions.${permission}`)}
    </Text>
  ))
}
