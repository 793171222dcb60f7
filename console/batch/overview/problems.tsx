import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { IconWand } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { acceptSuggestions } from '../../api/batches.ts'
import type { Batch } from '../../../src/http/contract/batch.ts'
import { useKeptFocus } from '../use-kept-focus.ts'
import { DownloadMenu } from './download-menu.tsx'
import { ProblemEntry } from './problem-entry.tsx'
import type { Mend } from './use-mend.ts'
import './problems.css'

/**
 * The problems of a batch by kind, the most frequent first. Nothing when there are none.
 * @param props.mend how they are put right; without it they are only told
 */
export function Problems(props: { readonly batch: Batch; readonly mend?: Mend }) {
  const { t } = useTranslation('batch')
  const { batch, mend } = props
  const { groups, batch: id } = batch
  const [shown, setShown] = useState(page)
  const list = useKeptFocus<HTMLUListElement>(groups.map(keyOf).join())
  if (groups.length === 0) return null
  const suggested = groups
    .filter(({ suggestion }) => suggestion !== undefined)
    .reduce((sum, { count }) => sum + count, 0)
  const rest = groups.length - shown
  return (
    <Paper withBorder p={{ base: 'sm', sm: 'lg' }} component="section" aria-labelledby="problems">
      <Group justify="space-between" align="start" mb="xs">
        <Stack gap={2}>
          <Title order={2} size="h4" id="problems">
            {t('problems.title')}
          </Title>
          {mend && (
            <Text size="sm" className="roster-quiet">
              {t('problems.text')}
            </Text>
          )}
        </Stack>
        <Group gap="xs">
          {mend && suggested > 0 && (
            <Button
              size="sm"
              leftSection={<IconWand size={16} aria-hidden />}
              onClick={() =>
                void mend.run(
                  () => acceptSuggestions(id),
                  t('problems.accepted', { count: suggested }),
                )
              }
            >
              {t('problems.acceptAll', { count: suggested })}
            </Button>
          )}
          <DownloadMenu batch={id} label={t('problems.download')} only="problems" />
        </Group>
      </Group>
      <ul ref={list} tabIndex={-1} className="problem-list" aria-labelledby="problems">
        {groups.slice(0, shown).map((group) => (
          <ProblemEntry key={keyOf(group)} batch={batch} group={group} mend={mend} />
        ))}
      </ul>
      {rest > 0 && (
        <Button variant="subtle" size="compact-sm" onClick={() => setShown(shown + page)}>
          {t('problems.more', { count: rest })}
        </Button>
      )}
    </Paper>
  )
}

const page = 8

function keyOf({ code, field, value, suggestion }: Batch['groups'][number]): string {
  return JSON.stringify([code, field, value, suggestion])
}
