import { Button, Center, Divider, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { IconDoorEnter } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Me } from '../../src/http/contract/me.ts'
import type { NewSession } from '../../src/http/contract/session.ts'
import { doorsQuery, meQuery, signIn } from '../api/session.ts'
import { SignInWithKey } from '../forms/sign-in-with-key.tsx'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { LanguageSwitch } from '../ui/shell/language-switch.tsx'
import { SchemeSwitch } from '../ui/shell/scheme-switch.tsx'
import { usePageName } from '../ui/use-page-name.ts'

/** The way in: with an API key, or with one click where the example company is served to this machine. */
export function SignIn() {
  const { t } = useTranslation('settings')
  const { data: doors } = useQuery(doorsQuery)
  const { enter, error, isPending } = useEntrance()
  usePageName(t('signIn.title'))
  const example = doors?.example ?? null
  return (
    <Center component="main" mih="100%" p="md">
      <Stack w="100%" maw={420} gap="md">
        <Group justify="space-between">
          <span className="roster-brand">
            <img src="/favicon.svg" alt="" width={28} height={28} />
            <Text component="span" fw={700} size="xl">
              Roster
            </Text>
          </span>
          <Group gap={4}>
            <LanguageSwitch />
            <SchemeSwitch />
          </Group>
        </Group>
        <Paper withBorder p="lg" radius="lg">
          <Stack gap="md">
            <Title order={1} size="h3">
              {t('signIn.title')}
            </Title>
            {example !== null && (
              <>
                <Text size="sm">{t('signIn.exampleText', example)}</Text>
                <Button
                  leftSection={<IconDoorEnter size={18} aria-hidden />}
                  loading={isPending}
                  onClick={() => enter({ example: true })}
                >
                  {t('signIn.example')}
                </Button>
                <Divider label={t('signIn.or')} />
              </>
            )}
            <SignInWithKey isPending={isPending} onSubmit={(key) => enter({ key })} />
            <FailureNotice error={error} />
          </Stack>
        </Paper>
      </Stack>
    </Center>
  )
}

function useEntrance() {
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const { back } = useSearch({ from: '/sign-in' })
  const { mutate, error, isPending } = useMutation({
    mutationFn: (body: NewSession) => signIn(body),
    onSuccess: async (me) => {
      const before = queryClient.getQueryData(meQuery.queryKey)
      // What somebody else saw here is not theirs; whoever comes back finds what they had not sent yet.
      if (!isSame(before, me)) queryClient.clear()
      queryClient.setQueryData(meQuery.queryKey, me)
      void queryClient.invalidateQueries()
      await navigate({ to: back ?? '/batch-operations' })
    },
  })
  return { enter: mutate, error, isPending }
}

function isSame(before: Me | undefined, now: Me): boolean {
  return before?.email === now.email && before.company.id === now.company.id
}
