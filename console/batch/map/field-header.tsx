import { NativeSelect } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { FieldColumn } from './grid-columns.ts'
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
        {isMissing ? (
          <span className="roster-grid-hint">{t('column.missing')}</span>
        ) : (
          source.reason !== null &&
          source.reason !== 'chosen' && (
            <span className="roster-grid-hint">{t(`column.reasons.${source.reason}`)}</span>
          )
        )}
      </span>
      {isEditable ? (
        <NativeSelect
          tabIndex={-1}
          size="xs"
          aria-label={t('column.of', { field: label })}
          error={isMissing}
          value={source?.column ?? ''}
          onChange={({ currentTarget }) => choose(field, currentTarget.value)}
        >
          {isMissing && <option value="">{t('column.choose')}</option>}
          {batch.columns.map(({ column, title }) => (
            <option key={column} value={column}>
              {`${t('column.from')} ${title}`}
            </option>
          ))}
        </NativeSelect>
      ) : (
        <span className="roster-grid-source">
          {isMissing ? t('column.none') : `${t('column.from')} ${source.title}`}
        </span>
      )}
    </div>
  )
}
