import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldName } from '../../../src/domain/field.ts'
import type { Row } from '../../../src/http/contract/batch.ts'
import { fixRow, leaveOut } from '../../api/batches.ts'
import { useOperation } from '../use-operation.ts'
import { describeFailure } from '../../ui/describe-failure.ts'
import { usePlan } from '../plan.ts'
import { redrawRows } from './use-row-pages.ts'

/** What was typed into a cell, and why it could not be saved. */
export interface Unsaved {
  readonly text: string
  readonly reason: string
}

export interface RowActs {
  readonly save: (row: Row, field: FieldName, text: string) => void
  readonly leaveOut: (row: Row, leftOut: boolean) => void
  readonly unsavedIn: (row: number, field: FieldName) => Unsaved | undefined
  /** The last thing that was done, for whoever does not see it. */
  readonly said: string
}

/** Changes rows one by one. What is done is shown at once; what fails is taken back, and what was typed is kept. */
export function useRowActs(): RowActs {
  const { t } = useTranslation('grid')
  const { t: frameWords } = useTranslation('frame')
  const { batch, change } = usePlan()
  const { fieldLabel } = useOperation(batch.operation)
  const queryClient = useQueryClient()
  const [unsaved, setUnsaved] = useState<ReadonlyMap<string, Unsaved>>(new Map())
  const [said, setSaid] = useState('')
  const redraw = (row: Row) =>
    redrawRows(queryClient, batch.batch, (old) => (old.row === row.row ? row : old))
  const keep = (key: string, typed: Unsaved | null) =>
    setUnsaved((before) => {
      const after = new Map(before)
      if (typed === null) after.delete(key)
      else after.set(key, typed)
      return after
    })

  return {
    said,
    unsavedIn: (row, field) => unsaved.get(`${row} ${field}`),
    save(row, field, text) {
      const key = `${row.row} ${field}`
      const column = batch.columns.findIndex((one) => one.field === field)
      keep(key, null)
      redraw(withCell(row, { field, column, text }))
      change(() => fixRow(batch.batch, row.row, { [field]: text })).then(
        () => setSaid(t('said.saved', { line: row.line, field: fieldLabel(field), value: text })),
        (error: unknown) => {
          redraw(row)
          keep(key, { text, reason: describeFailure(error, frameWords) })
        },
      )
    },
    leaveOut(row, leftOut) {
      redraw({ ...row, leftOut })
      change(() => leaveOut(batch.batch, { leftOut, rows: [row.row] })).then(
        () => setSaid(t(leftOut ? 'said.leftOut' : 'said.takenBack', { line: row.line })),
        () => redraw(row),
      )
    },
  }
}

/** The row as it will be: what was wrong with the cell is open until it has been verified. */
function withCell(
  row: Row,
  {
    field,
    column,
    text,
  }: { readonly field: FieldName; readonly column: number; readonly text: string },
): Row {
  const problems = row.problems.filter((problem) => problem.field !== field)
  return {
    ...row,
    values: { ...row.values, [field]: text },
    cells: row.cells.map((cell, at) => (at === column ? text : cell)),
    fixed: [...new Set([...row.fixed, field])],
    problems,
    changes: [],
    state: problems.length > 0 ? row.state : null,
  }
}
