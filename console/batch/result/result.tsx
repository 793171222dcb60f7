import { Divider, Group, Paper, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Batch } from '../../../src/http/contract/batch.ts'
import { DownloadMenu } from '../overview/download-menu.tsx'
import { EffectsSentence } from '../overview/effects-sentence.tsx'
import { Problems } from '../overview/problems.tsx'
import { RowLegend } from '../overview/row-legend.tsx'
import { rowKinds } from '../overview/row-kinds.ts'
import { StateBar } from '../overview/state-bar.tsx'
import { BatchMails } from './batch-mails.tsx'
import { ResultFacts } from './result-facts.tsx'
import { WhereNext } from './where-next.tsx'

/** What an execution has done: in words, as a picture, as a file; and where to go from here. */
export function Result(props: { readonly batch: Batch }) {
  const { t } = useTranslation('batch')
  const { batch } = props
  const kinds = rowKinds(batch)
  const { failed } = batch.totals
  return (
    <Stack gap="md">
      <Paper withBorder p={{ base: 'sm', sm: 'lg' }}>
        <Stack gap="sm">
          <EffectsSentence batch={batch} />
          <StateBar kinds={kinds} />
          <RowLegend kinds={kinds} />
          {failed > 0 && <Text size="sm">{t('result.failed', { count: failed })}</Text>}
          <ResultFacts batch={batch} />
          <Divider />
          <Group gap="sm">
            <DownloadMenu batch={batch.batch} label={t('result.report')} />
            <WhereNext batch={batch} />
          </Group>
        </Stack>
      </Paper>
      <BatchMails batch={batch} />
      <Problems batch={batch} />
    </Stack>
  )
}
