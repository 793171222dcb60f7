import { Alert, Divider, Group, Paper, Stack, Text } from '@mantine/core'
import { IconClockOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Batch } from '../../src/http/contract/batch.ts'
import { useMoment } from '../ui/moment.tsx'
import { EffectsSentence } from './overview/effects-sentence.tsx'
import { rowKinds } from './overview/row-kinds.ts'
import { StateBar } from './overview/state-bar.tsx'
import { BatchMails } from './result/batch-mails.tsx'
import { ResultFacts } from './result/result-facts.tsx'
import { WhereNext } from './result/where-next.tsx'

/** What is left of a batch whose rows were deleted after their time: when that was, what it did, and its counts. */
export function ClearedBatch({ batch }: { readonly batch: Batch }) {
  const { t, i18n } = useTranslation('batch')
  const format = useMoment()
  const { clearedAt, startedAt } = batch
  const kinds = rowKinds(batch)
  const counts = kinds.map(
    ({ name, count }) => `${count.toLocaleString(i18n.language)} ${t(`states.${name}`)}`,
  )
  return (
    <Stack gap="md">
      {clearedAt !== null && (
        <Alert color="gray" icon={<IconClockOff aria-hidden />} title={t('cleared.title')}>
          {t('cleared.text', { at: format(clearedAt) })}
        </Alert>
      )}
      {startedAt !== null && (
        <Paper withBorder p={{ base: 'sm', sm: 'lg' }}>
          <Stack gap="sm">
            <EffectsSentence batch={batch} />
            <StateBar kinds={kinds} />
            <Text size="sm">{counts.join(' · ')}</Text>
            <ResultFacts batch={batch} />
            <Divider />
            <Group gap="sm">
              <WhereNext batch={batch} />
            </Group>
          </Stack>
        </Paper>
      )}
      <BatchMails batch={batch} />
    </Stack>
  )
}
