import { Group, Stack, Text, Title } from '@mantine/core'
import { useEffect, type ReactNode } from 'react'

/** The one heading of a page, which names the browser's tab as well; `children` are what can be done here. */
export function PageTitle(props: {
  readonly title: string
  readonly text?: string
  readonly children?: ReactNode
}) {
  useEffect(() => {
    document.title = `${props.title} · Roster`
  }, [props.title])
  return (
    <Group justify="space-between" align="end" mb="lg" gap="md">
      <Stack gap={4}>
        <Title order={1} size="h2">
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
