import { Anchor } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Batch } from '../../../src/http/contract/batch.ts'
import type { ReadingChoices } from './kept-sources.ts'
import { encodingLabel } from './source-properties.ts'

type Notice = Batch['source']['notices'][number]

/** The other way to read the source that a notice speaks of. Nothing for those that offer none. */
export function NoticeAct(props: {
  readonly notice: Notice
  readonly onRead: ((choices: ReadingChoices) => void) | null
}) {
  const { t } = useTranslation('steps')
  const { onRead } = props
  const act = actOf(props.notice, t)
  if (act === null || onRead === null) return null
  return (
    <Anchor component="button" type="button" inherit onClick={() => onRead(act.choices)}>
      {act.label}
    </Anchor>
  )
}

function actOf(
  { code, particulars }: Notice,
  t: TFunction<'steps'>,
): { readonly label: string; readonly choices: ReadingChoices } | null {
  if (code === 'doubtful-encoding') {
    const encoding = String(particulars['suggestion'])
    const label = t('source.noticeActs.readAs', { encoding: encodingLabel(encoding) })
    return { label, choices: { encoding } }
  }
  if (code === 'rows-done') {
    return { label: t('source.noticeActs.allRows'), choices: { allRows: true } }
  }
  if (code === 'lines-above') {
    return { label: t('source.noticeActs.fromTop'), choices: { firstLine: 1 } }
  }
  return null
}
