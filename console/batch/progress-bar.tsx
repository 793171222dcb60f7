import { Progress } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { RowKind } from './overview/row-kinds.ts'

/**
 * How far something has come with all rows, each part in the colour of what became of its rows.
 * @param props.kinds the rows that are finished
 */
export function ProgressBar(props: {
  readonly label: string
  readonly rows: number
  readonly kinds: readonly RowKind[]
}) {
  const { t } = useTranslation('batch')
  const { label, rows, kinds } = props
  const done = kinds.reduce((sum, { count }) => sum + count, 0)
  const percent = rows === 0 ? 0 : Math.floor((100 * done) / rows)
  return (
    <Progress.Root
      size={22}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={t('progress.percent', { percent })}
      transitionDuration={200}
    >
      {kinds.map(({ name, count, colour }) => (
        <Progress.Section
          key={name}
          value={(100 * count) / rows}
          color={colour}
          withAria={false}
          animated
        />
      ))}
    </Progress.Root>
  )
}
