import type { ReactNode } from 'react'
import { FieldHeader } from './field-header.tsx'
import type { GridColumn } from './grid-columns.ts'
import { UnusedHeader } from './unused-header.tsx'
import { WordHeader } from './word-header.tsx'

/** What stands above a column. */
export function headerOf(column: GridColumn): ReactNode {
  switch (column.kind) {
    case 'state':
      return <WordHeader word="line" />
    case 'field':
      return <FieldHeader column={column} />
    case 'unused':
      return <UnusedHeader source={column.source} />
    case 'outcome':
      return <WordHeader word="outcome" />
    case 'leave-out':
      return <WordHeader word="leaveOutHeader" />
    default:
      return column satisfies never
  }
}
