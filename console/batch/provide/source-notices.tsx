import { Group, List, Text } from '@mantine/core'
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Batch } from '../../../src/http/contract/batch.ts'

/** What is worth knowing about how the source was read, a sentence each. Nothing when there is none. */
export function SourceNotices(props: { readonly notices: Batch['source']['notices'] }) {
  const { t } = useTranslation('steps')
  if (props.notices.length === 0) return null
  return (
    <List listStyleType="none" spacing={4} aria-label={t('source.notices')}>
      {props.notices.map(({ code, message }) => {
        const Icon = warnings.has(code) ? IconAlertTriangle : IconInfoCircle
        return (
          <List.Item key={code}>
            <Group gap="xs" wrap="nowrap" align="start">
              <Icon size={18} stroke={1.6} aria-hidden className="roster-rigid" />
              <Text size="sm" component="span" className="roster-break">
                {message}
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
])
