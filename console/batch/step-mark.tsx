import { ThemeIcon } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'

/** The number of a step; a tick once it is done. What it means is said beside it. */
export function StepMark(props: {
  readonly step: number
  readonly state: 'done' | 'current' | 'to-come'
}) {
  const isToCome = props.state === 'to-come'
  return (
    <ThemeIcon
      aria-hidden
      radius="xl"
      size={28}
      fw={650}
      variant={isToCome ? 'default' : props.state === 'done' ? 'light' : 'filled'}
      {...(isToCome && { className: 'roster-quiet' })}
    >
      {props.state === 'done' ? <IconCheck size={16} /> : props.step}
    </ThemeIcon>
  )
}
