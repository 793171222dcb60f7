import { Button, Group, Paper, Stack, Text } from '@mantine/core'
import { IconPlayerStop } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { batchQuery, stopBatch } from '../../api/batches.ts'
import type { Batch } from '../../../src/http/contract/batch.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { RowLegend } from '../overview/row-legend.tsx'
import { rowKinds } from '../overview/row-kinds.ts'
import { ProgressBar } from '../progress-bar.tsx'
import { ProgressWords } from '../progress-words.tsx'
import { useProgress } from '../use-progress.ts'

/** How an execution comes along, and the way to stop it. */
export function ExecutionProgress(props: { readonly batch: Batch }) {
  const { t } = useTranslation('batch')
  const { batch } = props
  const queryClient = useQueryClient()
  const progress = useProgress(batch.batch)
  const stopping = useMutation({
    mutationFn: () => stopBatch(batch.batch),
    onSuccess: (answer) => queryClient.setQueryData(batchQuery(batch.batch).queryKey, answer),
  })
  const { state, totals } = progress ?? batch
  const kinds = rowKinds({ ...batch, state, totals })
  const finished = kinds.filter(({ name }) => name !== 'open')
  const waitsFor = progress?.waitsFor ?? null
  const waits = state === 'waiting' ? waitsFor : waitsFor && 'still'
  const said = state === 'waiting' ? t('execution.waiting') : t('execution.executing')
  return (
    <Paper withBorder p={{ base: 'sm', sm: 'lg' }}>
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap">
          <Text component="output" size="xl" fw={600}>
            {stopping.isSuccess ? t('execution.stopping') : said}
          </Text>
          <Button
            variant="default"
            flex="none"
            leftSection={<IconPlayerStop size={16} aria-hidden />}
            loading={stopping.isPending}
            disabled={stopping.isSuccess}
            onClick={() => stopping.mutate()}
          >
            {t('execution.stop')}
          </Button>
        </Group>
        <ProgressBar label={t('execution.bar')} rows={totals.rows} kinds={finished} />
        <ProgressWords done={totals.rows - totals.ready} rows={totals.rows} progress={progress} />
        {waits !== null && <Text component="output">{t(`execution.waits.${waits}`)}</Text>}
        <RowLegend kinds={kinds} />
        <FailureNotice error={stopping.error} />
        <Text size="sm" className="roster-quiet">
          {t('execution.leaving')}
        </Text>
      </Stack>
    </Paper>
  )
}
