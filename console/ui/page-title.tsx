import { Group, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { usePageName } from './use-page-name.ts'

/** The one heading of a page, which names the browser's tab as well; `children` are what can be done here. */
export function PageTitle(props: {
  readonly title: string
  readonly text?: string
  readonly children?: ReactNode
}) {
  usePageName(props.title)
  return (
    <Group
      justify="space-between"
      align={props.text === undefined ? 'center' : 'end'}
      mb="lg"
      gap="md"
    >
      <Stack gap={4} miw={0}>
        <Title order={1} size="h2" className="roster-break">
          {props.title}
        </Title>
        {props.text !== undefined && (
          <Text className="roster-quiet" maw={720}>
            {props.text}
          </Text>
        )}
      </Stack>
      {props.children}
    </Group>
  )
}
