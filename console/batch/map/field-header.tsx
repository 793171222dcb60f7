import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ColumnSelect } from './column-select.tsx'
import type { FieldColumn, SourceColumn } from './grid-columns.ts'
import { useGrid } from './grid-context.ts'
import { useFullNames } from './use-full-names.ts'

/** Names a field and the column of the source that fills it, which can be chosen anew. */
export function FieldHeader({ column }: { readonly column: FieldColumn }) {
  const { t } = useTranslation('grid')
  const { isEditable } = useGrid()
  const { source, label } = column
  const isMissing = source === null
  return (
    <div className="roster-grid-header" data-missing={isMissing || undefined}>
      <span className="roster-grid-title-line">
        {isMissing && <IconAlertTriangle size={15} aria-hidden className="roster-grid-mark" />}
        <span className="roster-grid-title">{label}</span>
      </span>
      {isEditable ? (
        <ColumnSelect column={column} />
      ) : (
        <span className="roster-grid-source">
          {isMissing ? t('column.none') : `${t('column.from')} ${source.title}`}
        </span>
      )}
      <ColumnHint source={source} />
    </div>
  )
}

/** How the field came by its column, unless a person chose it; for half a name, which column was split. */
function ColumnHint({ source }: { readonly source: SourceColumn | null }) {
  const { t } = useTranslation('grid')
  const { splitTitle } = useFullNames()
  if (source === null) return <span className="roster-grid-hint">{t('column.missing')}</span>
  if (source.half !== null && splitTitle !== null) {
    return (
      <span
        className="roster-grid-hint"
        data-note={t('fullName.half', { column: splitTitle, title: source.title })}
      >
        {t('fullName.from', { column: splitTitle })}
      </span>
    )
  }
  if (source.reason === null || source.reason === 'chosen') return null
  const how = t(`column.reasons.${source.reason}`)
  return (
    <span
      className="roster-grid-hint"
      data-note={t('column.guessed', { column: source.title, how })}
    >
      {how}
    </span>
  )
}
