import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Batch } from '../../../src/http/contract/batch.ts'
import { useEffectWords } from './use-effect-words.ts'

/** What an execution would do, or has done, in one sentence: “3 people will be invited and 2 mails will be sent.” */
export function EffectsSentence(props: { readonly batch: Batch }) {
  const { t, i18n } = useTranslation('batch')
  const { batch } = props
  const parts = useEffectWords(batch)
  const { startedAt, totals } = batch
  // Of what an earlier version has executed, only the rows were counted.
  const changed =
    totals.done > 0 ? t('overview.rowsDone', { count: totals.done }) : t('overview.nothingChanged')
  const nothing = startedAt === null ? t('overview.nothing') : changed
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' })
  return (
    <Text size="xl" fw={600} lh={1.35}>
      {parts.length === 0 ? nothing : `${list.format(parts)}.`}
    </Text>
  )
}
