import { Alert, Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Batch } from '../../../src/http/contract/batch.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { HoldBox } from './hold-box.tsx'
import { PlanInWords } from './plan-in-words.tsx'
import { useConsent } from './use-consent.ts'
import type { Execution } from './use-execution.ts'

/** The plan in words, what must be agreed to, and the button that executes it; until then it says what is missing. */
export function ExecuteQuestion(props: { readonly plan: Batch; readonly execution: Execution }) {
  const { t, i18n } = useTranslation('batch')
  const { t: frame } = useTranslation('frame')
  const { plan, execution } = props
  const consent = useConsent(plan)
  const obstacleId = useId()
  const { error } = plan.totals
  const { deletions } = consent
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (consent.obstacle === null) execution.execute(consent.isHolding)
      }}
    >
      <Stack gap="md">
        {execution.hasChanged && (
          <Alert role="alert" color="orange" icon={<IconAlertTriangle aria-hidden />}>
            {t('execute.changed')}
          </Alert>
        )}
        <PlanInWords plan={plan} />
        {error > 0 && (
          <Checkbox
            label={t('execute.skip', { count: error })}
            description={t('execute.skipText')}
            checked={consent.isSkipping}
            onChange={({ currentTarget }) => consent.skip(currentTarget.checked)}
          />
        )}
        {deletions !== null && (
          <TextInput
            label={t('execute.type', { number: deletions.toLocaleString(i18n.language) })}
            inputMode="numeric"
            autoComplete="off"
            value={consent.typed}
            onChange={({ currentTarget }) => consent.type(currentTarget.value)}
          />
        )}
        {plan.totals.mails > 0 && <HoldBox isHolding={consent.isHolding} hold={consent.hold} />}
        <Group gap={6} wrap="nowrap">
          <IconAlertTriangle size={18} aria-hidden className="roster-caution" />
          <Text size="sm" fw={600}>
            {t('execute.caution')}
          </Text>
        </Group>
        <FailureNotice error={execution.error} />
        <Text size="sm" id={obstacleId} role="status" className="roster-quiet">
          {consent.obstacle}
        </Text>
        <Group justify="end" gap="sm">
          <Button variant="default" onClick={execution.close} disabled={execution.isSending}>
            {frame('cancel')}
          </Button>
          <Button
            type="submit"
            {...(deletions === null ? { lang: 'en' } : { color: 'red' })}
            disabled={consent.obstacle !== null}
            loading={execution.isSending}
            aria-describedby={obstacleId}
          >
            {deletions === null ? t('execute.execute') : t('execute.delete', { count: deletions })}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
