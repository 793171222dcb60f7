import { List, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Batch } from '../../../src/http/contract/batch.ts'
import { useEffectWords } from '../overview/use-effect-words.ts'

/** What an execution will do, each effect on a line of its own; and how many rows will do nothing. */
export function PlanInWords(props: { readonly plan: Batch }) {
  const { t } = useTranslation('batch')
  const { plan } = props
  const { unchanged } = plan.totals
  return (
    <Stack gap="xs">
      <Text>{t('execute.happens')}</Text>
      <List>
        {useEffectWords(plan).map((words) => (
          <List.Item key={words} fw={600}>
            {words}
          </List.Item>
        ))}
      </List>
      {unchanged > 0 && (
        <Text size="sm" className="roster-quiet">
          {t('execute.untouched', { count: unchanged })}
        </Text>
      )}
    </Stack>
  )
}
