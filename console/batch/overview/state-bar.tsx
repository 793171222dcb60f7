import { Progress } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { RowKind } from './row-kinds.ts'
import './state-bar.css'

/** A picture of all rows, to look at before reading; in words for whoever does not see it. */
export function StateBar(props: { readonly kinds: readonly RowKind[] }) {
  const { t } = useTranslation('batch')
  const { kinds } = props
  const rows = kinds.reduce((sum, { count }) => sum + count, 0)
  const parts = kinds.map(
    ({ name, count }) => `${t('rows.rows', { count })} ${t(`states.${name}`)}`,
  )
  return (
    <Progress.Root
      size={22}
      role="img"
      aria-label={t('states.picture', { parts: parts.join(', ') })}
      className="state-bar"
    >
      {kinds.map(({ name, count, colour }) => (
        <Progress.Section
          key={name}
          value={(100 * count) / rows}
          color={colour}
          withAria={false}
          className="state-bar-part"
          data-kind={name}
        />
      ))}
    </Progress.Root>
  )
}
