import { useTranslation } from 'react-i18next'
import type { Batch } from '../../../src/http/contract/batch.ts'

/** What an execution would do, or has done, one sentence for each effect and one for the mails. */
export function useEffectWords({ effects, totals, startedAt }: Batch): readonly string[] {
  const { t } = useTranslation('batch')
  const { mails } = totals
  const said = startedAt === null ? 'overview.mails' : 'overview.mailed'
  return [
    ...effects.map(({ message }) => message),
    ...(mails > 0 ? [t(said, { count: mails })] : []),
  ]
}
