import { Alert, Anchor, Group, Stack, Text } from '@mantine/core'
import { IconHandStop } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { companyQuery } from '../api/company.ts'
import { mailCountsQuery } from '../api/mails.ts'
import { MailActs } from './mail-acts.tsx'

/** Says that mails are held, how many, and lets release or recall them: all, or those of the batch. */
export function HeldNotice(props: { readonly batch: string | undefined }) {
  const { t } = useTranslation('mail')
  const { batch } = props
  const { data: company } = useQuery(companyQuery)
  const { data: counts } = useQuery(mailCountsQuery(['held', 'queued'], batch))
  if (company === undefined || counts === undefined) return null
  const { held, queued } = counts
  if (held === 0 && !(company.holdsMails && batch === undefined)) return null
  const holdingText = held === 0 ? t('held.holdingNone') : t('held.holdingSome', { count: held })
  return (
    <Alert
      color="violet"
      icon={<IconHandStop aria-hidden />}
      title={company.holdsMails ? t('held.holding') : t('held.title', { count: held })}
      mb="md"
    >
      <Stack gap="sm">
        <Text size="sm">{company.holdsMails ? holdingText : t('held.text')}</Text>
        <Group gap="md">
          {held > 0 && (
            <MailActs
              choice={batch === undefined ? { all: true } : { batch }}
              held={held}
              queued={queued}
            />
          )}
          {held > 0 && (
            <Anchor
              size="sm"
              c="var(--mantine-color-text)"
              underline="always"
              renderRoot={(props) => (
                <Link
                  from="/mail-outbox"
                  to="."
                  search={(before) => ({ ...before, state: 'held' })}
                  {...props}
                />
              )}
            >
              {t('held.show')}
            </Anchor>
          )}
          {company.holdsMails && (
            <Anchor
              size="sm"
              c="var(--mantine-color-text)"
              underline="always"
              renderRoot={(props) => <Link to="/company-settings" {...props} />}
            >
              {t('held.settings')}
            </Anchor>
          )}
        </Group>
      </Stack>
    </Alert>
  )
}
