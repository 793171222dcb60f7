import { Group, Text, VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { StepMark } from './step-mark.tsx'
import './steps.css'

const steps = [1, 2, 3] as const

/** Where one is among the three steps. Where it is narrow, only the present one has its words beside it. */
export function Steps(props: { readonly current: (typeof steps)[number] }) {
  const { t } = useTranslation('steps')
  return (
    <ol className="roster-steps" aria-label={t('steps')}>
      {steps.map((step) => {
        const state = stateOf(step, props.current)
        return (
          <li
            key={step}
            className="roster-step"
            data-state={state}
            {...(state === 'current' && { 'aria-current': 'step' as const })}
          >
            <Group gap="xs" wrap="nowrap">
              <StepMark step={step} state={state} />
              <Text component="span" size="sm" lang="en" className="roster-step-words">
                {t(`step${step}`)}
              </Text>
              {state === 'done' && <VisuallyHidden>{t('isDone')}</VisuallyHidden>}
            </Group>
          </li>
        )
      })}
    </ol>
  )
}

function stateOf(step: number, current: number) {
  if (step < current) return 'done'
  return step === current ? 'current' : 'to-come'
}
