import { ActionIcon } from '@mantine/core'
import { IconArrowBackUp, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Row } from '../../../src/http/contract/batch.ts'
import { useGrid } from './grid-context.ts'

/** Leaves a row out of the batch, or takes it back. */
export function LeaveOutButton({ row }: { readonly row: Row }) {
  const { t } = useTranslation('grid')
  const { leaveOut } = useGrid()
  const label = t(row.leftOut ? 'takeBack' : 'leaveOut', { line: row.line })
  return (
    <ActionIcon
      tabIndex={-1}
      variant="subtle"
      color="gray"
      aria-label={label}
      data-note={label}
      onClick={() => leaveOut(row, !row.leftOut)}
    >
      {row.leftOut ? <IconArrowBackUp size={17} aria-hidden /> : <IconX size={17} aria-hidden />}
    </ActionIcon>
  )
}
