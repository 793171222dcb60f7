import type { Row } from '../../../src/http/contract/batch.ts'
import type { SourceColumn } from './grid-columns.ts'
import { useGrid } from './grid-context.ts'

/** What a row says in a column that no field uses. */
export function UnusedCell(props: { readonly source: SourceColumn; readonly row: Row }) {
  const { t } = useGrid().words
  const { source, row } = props
  if (source.secret) return <em className="roster-quiet">{t('column.secret')}</em>
  const text = row.cells[source.number - 1] ?? ''
  return (
    <span className="roster-grid-value" data-note={text} data-note-if-cut>
      <span className="roster-grid-text roster-quiet">{text}</span>
    </span>
  )
}
