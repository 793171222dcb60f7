import { VisuallyHidden } from '@mantine/core'
import { IconAlertTriangle, IconPencil } from '@tabler/icons-react'
import type { Row } from '../../../src/http/contract/batch.ts'
import type { FieldColumn } from './grid-columns.ts'
import { useGrid } from './grid-context.ts'

/** What a row says in a field; a problem is marked by colour, icon and words, a correction by a pencil. */
export function FieldCell({ column, row }: { readonly column: FieldColumn; readonly row: Row }) {
  const {
    unsavedIn,
    words: { t },
  } = useGrid()
  const unsaved = unsavedIn(row.row, column.field)
  const problems = row.problems.filter(({ field }) => field === column.field)
  const isFixed = row.fixed.includes(column.field)
  const text = unsaved?.text ?? row.values[column.field] ?? ''
  const isWrong = problems.length > 0 || unsaved !== undefined
  // What the row says of its problems describes the cell already.
  const own = [
    ...(unsaved === undefined ? [] : [t('cell.failed', { reason: unsaved.reason })]),
    ...(isFixed ? [t('cell.corrected')] : []),
  ]
  const notes = [...problems.map(({ message }) => message), ...own]
  return (
    <span
      className="roster-grid-value"
      data-wrong={isWrong || undefined}
      data-note={notes.length > 0 ? notes.join('\n') : text}
      data-note-if-cut={notes.length === 0 || undefined}
    >
      {isWrong && <IconAlertTriangle size={15} aria-hidden className="roster-grid-mark" />}
      <span className="roster-grid-text">{text}</span>
      {isFixed && <IconPencil size={13} aria-hidden className="roster-grid-mark" />}
      {own.length > 0 && <VisuallyHidden> {own.join(' ')}</VisuallyHidden>}
    </span>
  )
}
