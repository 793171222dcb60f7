import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { FieldColumn } from './grid-columns.ts'
import { useGrid } from './grid-context.ts'
import { isNamePart } from './split-names.ts'
import { useFullNames } from './use-full-names.ts'

/** Chooses the column whose cells a field takes; for a name also whether full names are split. */
export function ColumnSelect({ column }: { readonly column: FieldColumn }) {
  const { t } = useTranslation('grid')
  const { batch, choose, split } = useGrid()
  const { splitTitle, canSplit } = useFullNames()
  const { source, label, field } = column
  const splittable = batch.columns
    .map(({ column, title }, index) => ({ column, title, index }))
    .filter(({ column }) => isNamePart(field) && canSplit(column))
    .filter(({ column }) => source === null || source.column === column)
  const follow = (value: string) => {
    const [act, index] = value.split(' ')
    const chosen = batch.columns[Number(index)]?.column
    if (act === 'whole') split(null)
    else if (chosen === undefined) return
    else if (act === 'split') split(chosen)
    else choose(field, chosen)
  }
  return (
    <NativeSelect
      tabIndex={-1}
      size="xs"
      rightSectionWidth={22}
      aria-label={t('column.of', { field: label })}
      error={source === null}
      value={source === null ? '' : `take ${source.number - 1}`}
      onChange={({ currentTarget }) => follow(currentTarget.value)}
    >
      {source === null && <option value="">{t('column.choose')}</option>}
      {batch.columns.map(({ column, title }, index) => (
        <option key={column} value={`take ${index}`}>
          {title}
        </option>
      ))}
      {splittable.length > 0 && (
        <optgroup label={t('fullName.split')}>
          {splittable.map(({ column, title, index }) => (
            <option key={column} value={`split ${index}`}>
              {title}
            </option>
          ))}
        </optgroup>
      )}
      {source !== null && source.half !== null && splitTitle !== null && (
        <option value="whole">{t('fullName.whole', { column: splitTitle })}</option>
      )}
    </NativeSelect>
  )
}
