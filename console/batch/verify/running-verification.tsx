import { Button, Group, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { noTotals } from '../no-totals.ts'
import { rowKinds } from '../overview/row-kinds.ts'
import { usePlan } from '../plan.ts'
import { ProgressBar } from '../progress-bar.tsx'
import { ProgressWords } from '../progress-words.tsx'
import { useProgress } from '../use-progress.ts'

/** How many rows are judged, and the way to give it up. */
export function RunningVerification(props: { readonly rows: number }) {
  const { t } = useTranslation('batch')
  const { batch, giveUp } = usePlan()
  const progress = useProgress(batch.batch)
  // Before the server has begun, it tells of a draft in which nothing is judged.
  const { ready, unchanged, error } = progress?.totals ?? noTotals
  const kinds = rowKinds({
    totals: { ...noTotals, ready, unchanged, error },
    leftOut: 0,
    startedAt: null,
    state: 'draft',
  })
  return (
    <Stack gap="xs">
      <ProgressBar label={t('verify.running')} rows={props.rows} kinds={kinds} />
      <Group justify="space-between">
        <ProgressWords done={ready + unchanged + error} rows={props.rows} progress={progress} />
        <Button variant="default" size="xs" onClick={giveUp}>
          {t('verify.cancel')}
        </Button>
      </Group>
    </Stack>
  )
}
