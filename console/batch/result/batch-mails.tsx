import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Batch } from '../../../src/http/contract/batch.ts'
import { mailCountsQuery } from '../../api/mails.ts'
import { MailActs } from '../../mail/mail-acts.tsx'
import { MailStateBadge } from '../../mail/mail-state-badge.tsx'
import { mailStateNames } from '../../mail/mail-states.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'

/** What became of the mails of a batch, state by state, and what can be done with those that have not left. */
export function BatchMails({ batch }: { readonly batch: Batch }) {
  const { t, i18n } = useTranslation('mail')
  const title = useId()
  const { data: counts, error, refetch } = useQuery(mailCountsQuery(mailStateNames, batch.batch))
  const shown = mailStateNames.filter((state) => counts !== undefined && counts[state] > 0)
  if (error === null && shown.length === 0) return null
  return (
    <Paper withBorder p={{ base: 'sm', sm: 'lg' }} component="section" aria-labelledby={title}>
      <Stack gap="sm">
        <Title order={3} size="h5" id={title}>
          {t('ofBatch.title')}
        </Title>
        <FailureNotice error={error} onRetry={() => void refetch()} />
        <Group gap="lg">
          {shown.map((state) => (
            <Anchor
              key={state}
              underline="hover"
              renderRoot={(props) => (
                <Link to="/mail-outbox" search={{ batch: batch.batch, state }} {...props} />
              )}
            >
              <Group gap={6} wrap="nowrap">
                <Text span size="sm" fw={600} className="roster-figures">
                  {counts?.[state].toLocaleString(i18n.language)}
                </Text>
                <MailStateBadge state={state} />
              </Group>
            </Anchor>
          ))}
        </Group>
        {counts !== undefined && (
          <MailActs choice={{ batch: batch.batch }} held={counts.held} queued={counts.queued} />
        )}
      </Stack>
    </Paper>
  )
}
