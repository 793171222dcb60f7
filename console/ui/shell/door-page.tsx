import { Center, Group, Paper, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { usePageName } from '../use-page-name.ts'
import { LanguageSwitch } from './language-switch.tsx'
import { SchemeSwitch } from './scheme-switch.tsx'

/** What stands around a page for people who are not in yet: no menu, and one thing to do. */
export function DoorPage(props: {
  readonly title: string
  readonly text?: ReactNode
  readonly children?: ReactNode
}) {
  usePageName(props.title)
  return (
    <Center component="main" mih="100%" p={{ base: 'sm', xs: 'md' }}>
      <Stack w="100%" maw={440} gap="md">
        <Group justify="space-between" wrap="nowrap">
          <span className="roster-brand">
            <img src="/favicon.svg" alt="" width={28} height={28} />
            <Text component="span" fw={700} size="xl">
              Roster
            </Text>
          </span>
          <Group gap={4} wrap="nowrap">
            <LanguageSwitch />
            <SchemeSwitch />
          </Group>
        </Group>
        <Paper withBorder p={{ base: 'md', xs: 'lg' }} radius="lg">
          <Stack gap="md">
            <div>
              <Title order={1} size="h3" className="roster-break">
                {props.title}
              </Title>
              {props.text !== undefined && (
                <Text component="div" className="roster-quiet roster-break" mt={4}>
                  {props.text}
                </Text>
              )}
            </div>
            {props.children}
          </Stack>
        </Paper>
      </Stack>
    </Center>
  )
}
