import { Tooltip } from '@mantine/core'
import type { CellNote } from './use-cell-note.ts'

/** The words beside the cell that is looked at. */
export function GridNote({ note }: { readonly note: CellNote | null }) {
  if (note === null) return null
  const isHeader = note.element.closest('[role=columnheader]') !== null
  return (
    <Tooltip
      opened
      multiline
      maw={420}
      className="roster-grid-note"
      position={isHeader ? 'bottom-start' : 'top-start'}
      target={note.element}
      label={note.text}
    />
  )
}
