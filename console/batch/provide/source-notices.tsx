import { Group, List, Text } from '@mantine/core'
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Batch } from '../../../src/http/contract/batch.ts'
import type { ReadingChoices } from './kept-sources.ts'
import { NoticeAct } from './notice-act.tsx'

/**
 * What is worth knowing about how the source was read, a sentence each. Nothing when there is none.
 * @param props.onRead reads the source in another way; null: it cannot be read anew, now
 */
export function SourceNotices(props: {
  readonly notices: Batch['source']['notices']
  readonly onRead: ((choices: ReadingChoices) => void) | null
}) {
  const { t } = useTranslation('steps')
  if (props.notices.length === 0) return null
  return (
    <List listStyleType="none" spacing={4} aria-label={t('source.notices')}>
      {props.notices.map((notice) => {
        const Icon = warnings.has(notice.code) ? IconAlertTriangle : IconInfoCircle
        return (
          <List.Item key={notice.code}>
            <Group gap="xs" wrap="nowrap" align="start">
              <Icon size={18} stroke={1.6} aria-hidden className="roster-rigid" />
              <Text size="sm" component="span" className="roster-break">
                {notice.message} <NoticeAct notice={notice} onRead={props.onRead} />
              </Text>
            </Group>
          </List.Item>
        )
      })}
    </List>
  )
}

/** What probably has to be put right before anything is executed. */
const warnings: ReadonlySet<string> = new Set([
  'doubtful-encoding',
  'damaged-letters',
  'formulas-without-value',
  'rows-contradicting',
])
