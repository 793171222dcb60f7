import { Anchor, Group, Stack, Text, Title } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Batch } from '../../src/http/contract/batch.ts'
import { historyQuery } from '../api/batches.ts'
import { Moment } from '../ui/moment.tsx'
import { useOperation } from './use-operation.ts'

/** The last batches that are not at their end, for whoever comes back to go on. Nothing where there is none. */
export function UnfinishedBatches() {
  const { t } = useTranslation('steps')
  const { data } = useInfiniteQuery(historyQuery)
  const unfinished = data?.pages.flatMap(({ batches }) => batches).filter(isUnfinished) ?? []
  if (unfinished.length === 0) return null
  return (
    <Stack component="section" gap="xs" aria-label={t('unfinished.title')}>
      <Group justify="space-between">
        <Title order={2} size="h5">
          {t('unfinished.title')}
        </Title>
        <Anchor
          size="sm"
          renderRoot={(props) => <Link to="/batch-operations/history" {...props} />}
        >
          {t('unfinished.all')}
        </Anchor>
      </Group>
      {unfinished.slice(0, 3).map((batch) => (
        <UnfinishedBatch key={batch.batch} batch={batch} />
      ))}
    </Stack>
  )
}

function UnfinishedBatch({ batch }: { readonly batch: Batch }) {
  const { t } = useTranslation('steps')
  const { label } = useOperation(batch.operation)
  const { name, rows } = batch.source
  return (
    <Group gap="xs" fz="sm">
      <Anchor
        inherit
        fw={600}
        renderRoot={(props) => (
          <Link to="/batch-operations/$batch" params={{ batch: batch.batch }} {...props} />
        )}
      >
        {label}
      </Anchor>
      <Text inherit className="roster-break">
        {name ?? t('source.text')}
      </Text>
      <Text inherit className="roster-quiet">
        {t('source.rows', { count: rows })} · {t(`unfinished.${batch.state}`)} ·{' '}
        <Moment at={batch.createdAt} />
      </Text>
    </Group>
  )
}

function isUnfinished({ state }: Batch): boolean {
  return state !== 'done'
}
