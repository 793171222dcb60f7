import { Container } from '@mantine/core'
import { IconMapQuestion } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { EmptyState } from './empty-state.tsx'
import { usePageName } from './use-page-name.ts'

/** A page about something that is not there; `children` are the ways on. */
export function MissingPage(props: {
  readonly title: string
  readonly text: string
  readonly children: ReactNode
}) {
  usePageName(props.title)
  return (
    <Container size="sm" py="xl">
      <EmptyState icon={IconMapQuestion} title={props.title} text={props.text} isPage>
        {props.children}
      </EmptyState>
    </Container>
  )
}
