import { Button, Menu } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { SourceColumn } from './grid-columns.ts'

/** Brings removed columns back; nothing when none was removed. */
export function RemovedColumns(props: {
  readonly columns: readonly SourceColumn[]
  readonly onBringBack: (...numbers: readonly number[]) => void
}) {
  const { t } = useTranslation('grid')
  const { columns, onBringBack } = props
  if (columns.length === 0) return null
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" size="xs" leftSection={<IconColumns3 size={16} aria-hidden />}>
          {t('removed.label', { count: columns.length })}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {columns.map(({ number, title }) => (
          <Menu.Item key={number} onClick={() => onBringBack(number)}>
            {t('removed.back', { column: title })}
          </Menu.Item>
        ))}
        {columns.length > 1 && (
          <>
            <Menu.Divider />
            <Menu.Item onClick={() => onBringBack(...columns.map(({ number }) => number))}>
              {t('removed.all')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
