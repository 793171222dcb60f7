import { Divider, Group, Loader, Paper, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Batch } from '../../../src/http/contract/batch.ts'
import { ExecutePanel } from '../execute/execute-panel.tsx'
import { usePlan } from '../plan.ts'
import { VerificationProgress } from '../verify/verification-progress.tsx'
import { EffectsSentence } from './effects-sentence.tsx'
import { Problems } from './problems.tsx'
import { RowLegend } from './row-legend.tsx'
import { rowKinds } from './row-kinds.ts'
import { StateBar } from './state-bar.tsx'
import { useMend } from './use-mend.ts'

/**
 * What would be processed: a picture, numbers, sentences; the problems with their mends; and the way to execute.
 * @param props.batch as it was verified last; while it is verified again, that is what is shown
 */
export function Overview(props: { readonly batch: Batch }) {
  const { t } = useTranslation('batch')
  const { batch } = props
  const { isVerifying } = usePlan()
  const mend = useMend()
  const kinds = rowKinds(batch)
  const { error } = batch.totals
  const problems = error === 0 ? t('overview.fine') : t('overview.problems', { count: error })
  return (
    <Stack gap="md">
      <Paper withBorder p={{ base: 'sm', sm: 'lg' }}>
        <Stack gap="sm">
          <EffectsSentence batch={batch} />
          <StateBar kinds={kinds} />
          <RowLegend kinds={kinds} />
          <Group gap="xs" mih={24}>
            {isVerifying && <Loader size="xs" aria-hidden />}
            <Text component="output" size="sm" className="roster-quiet">
              {isVerifying ? t('overview.verifying') : `${mend.said} ${problems}`.trim()}
            </Text>
          </Group>
          {isVerifying && <VerificationProgress rows={batch.totals.rows} />}
          <Divider />
          <ExecutePanel batch={batch} />
        </Stack>
      </Paper>
      <Problems batch={batch} mend={mend} />
    </Stack>
  )
}
