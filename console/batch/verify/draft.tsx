import { Button, Group, Paper, Stack, Text } from '@mantine/core'
import { IconChecklist } from '@tabler/icons-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { usePlan } from '../plan.ts'
import { useOperation } from '../use-operation.ts'
import { SplitOffer } from './split-offer.tsx'
import { VerificationProgress } from './verification-progress.tsx'

/** The batch is mapped, and can be verified; where it cannot, why. */
export function Draft() {
  const { t, i18n } = useTranslation('batch')
  const { batch, isVerifying, verify } = usePlan()
  const { fieldLabel } = useOperation(batch.operation)
  const { rows } = batch.source
  const reasonId = useId()
  const missing = new Intl.ListFormat(i18n.language).format(batch.missing.map(fieldLabel))
  const obstacle =
    batch.missing.length > 0
      ? t('verify.missing', { fields: missing })
      : rows === 0
        ? t('verify.noRows')
        : null
  return (
    <Paper withBorder p={{ base: 'sm', sm: 'lg' }}>
      <Stack gap="sm">
        <Group gap="md">
          <Button
            size="md"
            lang="en"
            leftSection={<IconChecklist size={18} aria-hidden />}
            disabled={obstacle !== null}
            loading={isVerifying}
            aria-describedby={reasonId}
            onClick={() => void verify()}
          >
            {t('verify.verify')}
          </Button>
          <Text size="sm" id={reasonId} role="status" fw={obstacle === null ? 400 : 600}>
            {isVerifying ? t('verify.running') : (obstacle ?? t('verify.text'))}
          </Text>
        </Group>
        <SplitOffer />
        {isVerifying && <VerificationProgress rows={rows} />}
      </Stack>
    </Paper>
  )
}
