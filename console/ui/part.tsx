import { Paper, Text, Title } from '@mantine/core'
import { useId, type ReactNode } from 'react'

/**
 * A part of a page under its own heading.
 * @param props.text says what it is about
 */
export function Part(props: {
  readonly title: string
  readonly text?: string
  readonly children: ReactNode
}) {
  const title = useId()
  const { text } = props
  return (
    <Paper withBorder p={{ base: 'sm', sm: 'lg' }} component="section" aria-labelledby={title}>
      <Title order={2} size="h4" mb={text === undefined ? 'md' : 0} id={title}>
        {props.title}
      </Title>
      {text !== undefined && (
        <Text size="sm" className="roster-quiet" mb="md">
          {text}
        </Text>
      )}
      {props.children}
    </Paper>
  )
}
