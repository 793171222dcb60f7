import { NativeSelect } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { FieldColumn, SourceColumn } from './grid-columns.ts'
import { useGrid } from './grid-context.ts'

/** Names a field and the column of the source that fills it, which can be chosen anew. */
export function FieldHeader({ column }: { readonly column: FieldColumn }) {
  const { t } = useTranslation('grid')
  const { batch, isEditable, choose } = useGrid()
  const { source, label, field } = column
  const isMissing = source === null
  return (
    <div className="roster-grid-header" data-missing={isMissing || undefined}>
      <span className="roster-grid-title-line">
        {isMissing && <IconAlertTriangle size={15} aria-hidden className="roster-grid-mark" />}
        <span className="roster-grid-title">{label}</span>
      </span>
      {isEditable ? (
        <NativeSelect
          tabIndex={-1}
          size="xs"
          rightSectionWidth={22}
          aria-label={t('column.of', { field: label })}
          error={isMissing}
          value={source?.column ?? ''}
          onChange={({ currentTarget }) => choose(field, currentTarget.value)}
        >
          {isMissing && <option value="">{t('column.choose')}</option>}
          {batch.columns.map(({ column, title }) => (
            <option key={column} value={column}>
              {title}
            </option>
          ))}
        </NativeSelect>
      ) : (
        <span className="roster-grid-source">
          {isMissing ? t('column.none') : `${t('column.from')} ${source.title}`}
        </span>
      )}
      <ColumnHint source={source} />
    </div>
  )
}

/** How the field came by its column, unless a person chose it. */
function ColumnHint({ source }: { readonly source: SourceColumn | null }) {
  const { t } = useTranslation('grid')
  if (source === null) return <span className="roster-grid-hint">{t('column.missing')}</span>
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
