import { ActionIcon, NativeSelect } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useOperation } from '../use-operation.ts'
import type { SourceColumn } from './grid-columns.ts'
import { useGrid } from './grid-context.ts'
import { useFullNames } from './use-full-names.ts'

/** Names a column that no field uses; it can be used for one, split if it holds full names, or removed. */
export function UnusedHeader({ source }: { readonly source: SourceColumn }) {
  const { t } = useTranslation('grid')
  const { batch, isEditable, choose, split, removeColumn } = useGrid()
  const { splitTitle, isSplit, canSplit } = useFullNames()
  const { operation, fieldLabel } = useOperation(batch.operation)
  const { column, title, number, secret, half } = source
  const use = t(isSplit(column) ? 'fullName.isSplit' : 'column.unused')
  const remove = t('column.remove', { column: title })
  return (
    <div className="roster-grid-header">
      <span className="roster-grid-title-line">
        <span className="roster-grid-title roster-quiet" data-note={title} data-note-if-cut>
          {title}
        </span>
        <ActionIcon
          tabIndex={-1}
          size="sm"
          variant="subtle"
          color="gray"
          className="roster-grid-remove"
          aria-label={remove}
          data-note={remove}
          onClick={() => removeColumn(number)}
        >
          <IconX size={15} aria-hidden />
        </ActionIcon>
      </span>
      {isEditable && !secret ? (
        <NativeSelect
          tabIndex={-1}
          size="xs"
          rightSectionWidth={22}
          aria-label={t('column.use', { column: title })}
          value=""
          onChange={({ currentTarget: { value } }) => {
            if (value === 'split') return split(column)
            if (value === 'whole') return split(null)
            const field = operation?.fields.find(({ field }) => field === value)
            if (field !== undefined) choose(field.field, column)
          }}
        >
          <option value="">{use}</option>
          {operation?.fields.map(({ field }) => (
            <option key={field} value={field}>
              {fieldLabel(field)}
            </option>
          ))}
          {canSplit(column) && <option value="split">{t('fullName.split')}</option>}
          {splitTitle !== null && (isSplit(column) || half !== null) && (
            <option value="whole">{t('fullName.whole', { column: splitTitle })}</option>
          )}
        </NativeSelect>
      ) : (
        <span className="roster-grid-source" data-note={secret ? t('column.secretWhy') : undefined}>
          {secret ? t('column.secret') : use}
        </span>
      )}
    </div>
  )
}
