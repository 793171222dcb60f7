import { IconArrowBackUp, IconX } from '@tabler/icons-react'
import type { Row } from '../../../src/http/contract/batch.ts'
import { useGrid } from './grid-context.ts'

/** Leaves a row out of the batch, or takes it back. */
export function LeaveOutButton({ row }: { readonly row: Row }) {
  const {
    leaveOut,
    words: { t },
  } = useGrid()
  const label = t(row.leftOut ? 'takeBack' : 'leaveOut', { line: row.line })
  return (
    // Bare: one of Mantine's for each row costs a quarter of the scrolling.
    <button
      type="button"
      tabIndex={-1}
      className="roster-grid-leave-out"
      aria-label={label}
      data-note={label}
      onClick={() => leaveOut(row, !row.leftOut)}
    >
      {row.leftOut ? <IconArrowBackUp size={17} aria-hidden /> : <IconX size={17} aria-hidden />}
    </button>
  )
}
