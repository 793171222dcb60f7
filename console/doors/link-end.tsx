import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { DoorPage } from '../ui/shell/door-page.tsx'

/** Says why a link does not open; `children` are what helps. */
export function LinkEnd(props: {
  readonly title: string
  readonly text: string
  readonly children?: ReactNode
}) {
  return (
    <DoorPage title={props.title}>
      <Text>{props.text}</Text>
      {props.children}
    </DoorPage>
  )
}
