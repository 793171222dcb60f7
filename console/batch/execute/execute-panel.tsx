import { Button, Group, Text } from '@mantine/core'
import { IconAlertTriangle, IconPlayerPlay } from '@tabler/icons-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Batch } from '../../../src/http/contract/batch.ts'
import { usePlan } from '../plan.ts'
import { useOperation } from '../use-operation.ts'
import { ExecuteDialogue } from './execute-dialogue.tsx'
import { useExecution } from './use-execution.ts'

/** The button that leads to the execution, with the caution; where there is nothing to execute, why. */
export function ExecutePanel(props: { readonly batch: Batch }) {
  const { t } = useTranslation('batch')
  const { batch } = props
  const { isVerifying } = usePlan()
  const { operation } = useOperation(batch.operation)
  const execution = useExecution(batch.batch)
  const cautionId = useId()
  const { ready, error } = batch.totals
  const nothing = error > 0 ? t('execute.onlyProblems') : t('execute.nothing')
  return (
    <Group justify="space-between" gap="sm">
      <Group id={cautionId} gap={6} wrap="nowrap">
        {ready > 0 && <IconAlertTriangle size={18} aria-hidden className="roster-caution" />}
        <Text size="sm" fw={600}>
          {ready > 0 ? t('execute.caution') : nothing}
        </Text>
      </Group>
      <Button
        size="md"
        lang="en"
        {...(operation?.deletesUsers === true && { color: 'red' })}
        leftSection={<IconPlayerPlay size={18} aria-hidden />}
        disabled={ready === 0 || isVerifying}
        aria-describedby={cautionId}
        onClick={() => execution.ask(batch)}
      >
        {t('execute.execute')}
      </Button>
      <ExecuteDialogue execution={execution} />
    </Group>
  )
}
