import { Stack, Text, Title } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'

/** Stands where there is nothing yet, and says what to do first; `children` are the ways to do it. */
export function EmptyState(props: {
  readonly icon: Icon
  readonly title: string
  readonly text: string
  /** Nothing else is on the page, so this is its heading. */
  readonly isPage?: boolean
  readonly children?: ReactNode
}) {
  return (
    <Stack align="center" gap="xs" py="xl" ta="center">
      <props.icon size={40} stroke={1.4} aria-hidden className="roster-quiet" />
      <Title order={props.isPage === true ? 1 : 2} size="h4">
        {props.title}
      </Title>
      <Text className="roster-quiet" maw={480}>
        {props.text}
      </Text>
      {props.children}
    </Stack>
  )
}
