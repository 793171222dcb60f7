import { Button } from '@mantine/core'
import { IconColumnsOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { SourceColumn } from './grid-columns.ts'

/** Removes all columns that no field uses at once; a single one has its own button in its header. */
export function RemoveUnused(props: {
  readonly columns: readonly SourceColumn[]
  readonly onRemove: (...numbers: readonly number[]) => void
}) {
  const { t } = useTranslation('grid')
  const { columns, onRemove } = props
  if (columns.length < 2) return null
  return (
    <Button
      variant="default"
      size="xs"
      leftSection={<IconColumnsOff size={16} aria-hidden />}
      onClick={() => onRemove(...columns.map(({ number }) => number))}
    >
      {t('removed.removeUnused', { count: columns.length })}
    </Button>
  )
}
