import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useOperation } from '../use-operation.ts'
import { usePlan } from '../plan.ts'
import { useRememberedMapping } from './use-remembered-mapping.ts'

/**
 * Offers the mapping that a person made the last time for a source with the same columns; once it is used, the way
 * back. Nothing where there is none, or where nothing can be changed any more.
 */
export function RememberedMapping() {
  const { t, i18n } = useTranslation('grid')
  const { batch } = usePlan()
  const { operation, fieldLabel } = useOperation(batch.operation)
  const { offered, isUsed, use, undo, forget } = useRememberedMapping()
  if (isUsed) {
    return (
      <Alert color="blue" icon={<IconHistory aria-hidden />} role="status">
        <Group gap="sm">
          <Text size="sm">{t('remembered.used')}</Text>
          <Button size="compact-sm" variant="default" onClick={undo}>
            {t('remembered.undo')}
          </Button>
        </Group>
      </Alert>
    )
  }
  if (offered === null) return null
  const { fields, fullName, by, at } = offered
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long' }).format(new Date(at))
  const pairs = operation?.fields.flatMap(({ field }) => {
    const column = fields[field]
    return column === undefined ? [] : [`${fieldLabel(field)} ← ${column}`]
  })
  return (
    <Alert color="blue" icon={<IconHistory aria-hidden />} title={t('remembered.title')}>
      <Stack gap="xs">
        <Text size="sm">
          {by === null ? t('remembered.at', { day }) : t('remembered.by', { day, by })}
        </Text>
        <Text size="sm" className="roster-break">
          {pairs?.join(' · ')}
          {fullName !== null && ` · ${t('remembered.split', { column: fullName })}`}
        </Text>
        <Group gap="xs">
          <Button size="xs" onClick={use}>
            {t('remembered.use')}
          </Button>
          <Button size="xs" variant="subtle" color="gray" onClick={forget}>
            {t('remembered.forget')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  )
}
