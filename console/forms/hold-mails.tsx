import { Anchor, Group, Stack, Switch, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Company } from '../../src/http/contract/company.ts'
import { changeCompany, companyQuery } from '../api/company.ts'
import { mailCountsQuery } from '../api/mails.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { useAskFirst } from '../ui/use-ask-first.tsx'

/** Holds the company's mails, or lets new ones leave again; says how many wait. */
export function HoldMails({ company }: { readonly company: Company }) {
  const { t } = useTranslation('company')
  const askFirst = useAskFirst()
  const { data: counts } = useQuery(mailCountsQuery(['held', 'queued']))
  const { hold, error, isPending } = useHold()
  const askToHold = (queued: number) =>
    askFirst({
      title: t('mails.turnOn'),
      text: t('mails.turnOnText', { count: queued }),
      confirm: t('mails.hold'),
      isHarmful: false,
      onConfirm: () => hold(true),
    })
  const turn = (isOn: boolean) => {
    const queued = counts?.queued ?? 0
    if (isOn && queued > 0) askToHold(queued)
    else hold(isOn)
  }
  return (
    <Stack gap="sm">
      <Switch
        label={t('mails.hold')}
        description={t('mails.holdText')}
        checked={company.holdsMails}
        disabled={isPending}
        onChange={({ currentTarget }) => turn(currentTarget.checked)}
      />
      <FailureNotice error={error} />
      <Group gap="sm">
        {counts !== undefined && (
          <Text size="sm">
            {counts.held === 0 ? t('mails.none') : t('mails.held', { count: counts.held })}
          </Text>
        )}
        <Anchor
          size="sm"
          renderRoot={(props) => (
            <Link
              to="/mail-outbox"
              search={counts !== undefined && counts.held > 0 ? { state: 'held' } : {}}
              {...props}
            />
          )}
        >
          {t('mails.outbox')}
        </Anchor>
      </Group>
    </Stack>
  )
}

function useHold() {
  const { t } = useTranslation('company')
  const queryClient = useQueryClient()
  const { mutate, error, isPending } = useMutation({
    mutationFn: (holdsMails: boolean) => changeCompany({ holdsMails }),
    onSuccess: async (company) => {
      queryClient.setQueryData(companyQuery.queryKey, company)
      notifications.show({ message: t(company.holdsMails ? 'mails.on' : 'mails.off') })
      await queryClient.invalidateQueries({ queryKey: ['lists', '/mails'] })
    },
  })
  return { hold: mutate, error, isPending }
}
