import type { ReactNode } from 'react'
import type { Row } from '../../../src/http/contract/batch.ts'
import { FieldCell } from './field-cell.tsx'
import type { GridColumn } from './grid-columns.ts'
import { LeaveOutButton } from './leave-out-button.tsx'
import { OutcomeCell } from './outcome-cell.tsx'
import { StateCell } from './state-cell.tsx'
import { UnusedCell } from './unused-cell.tsx'

/** What a column shows of a row; of one that has not come yet, only that it will. */
export function cellOf(column: GridColumn, row: Row | undefined): ReactNode {
  if (row === undefined) return <span className="roster-grid-absent" />
  switch (column.kind) {
    case 'state':
      return <StateCell row={row} />
    case 'field':
      return <FieldCell column={column} row={row} />
    case 'unused':
      return <UnusedCell source={column.source} row={row} />
    case 'outcome':
      return <OutcomeCell row={row} />
    case 'leave-out':
      return <LeaveOutButton row={row} />
    default:
      return column satisfies never
  }
}
