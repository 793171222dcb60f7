import { Group, Paper, Stack, Title } from '@mantine/core'
import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { StepMark } from './step-mark.tsx'

/** One of the steps that stand on a page: its number, its name, and its parts under that name. */
export function StepPanel(props: {
  readonly step: 1 | 2
  readonly state: 'done' | 'current' | 'to-come'
  /** @param heading the id of the element that names the step */
  readonly children: (heading: string) => ReactNode
}) {
  const { t } = useTranslation('steps')
  const heading = useId()
  return (
    <Paper component="section" withBorder p={{ base: 'sm', sm: 'lg' }} aria-labelledby={heading}>
      <Stack>
        <Group gap="sm" wrap="nowrap">
          <StepMark step={props.step} state={props.state} />
          <Title order={2} size="h4" id={heading} lang="en">
            {t(`step${props.step}`)}
          </Title>
        </Group>
        {props.children(heading)}
      </Stack>
    </Paper>
  )
}
