import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Progress } from '../../src/http/contract/batch.ts'
import { describeDuration } from '../ui/describe-duration.ts'

/** “12,345 of 100,000 rows · 8,200 rows per second · about 11 sec left” */
export function ProgressWords(props: {
  readonly done: number
  readonly rows: number
  readonly progress: Progress | null
}) {
  const { t, i18n } = useTranslation('batch')
  const { done, rows, progress } = props
  const rate = progress?.rowsPerSecond ?? null
  const left = progress?.secondsLeft ?? null
  const parts = [
    t('progress.rows', { done, count: rows }),
    ...(rate === null || rate === 0 ? [] : [t('progress.rate', { count: rate })]),
    ...(left === null
      ? []
      : [
          t('progress.left', {
            time: describeDuration(Math.max(1, Math.round(left)), i18n.language),
          }),
        ]),
  ]
  return (
    <Text size="sm" className="roster-quiet roster-figures">
      {parts.join(' · ')}
    </Text>
  )
}
