import { Text } from '@mantine/core'
import type { AuditEntry } from '../../src/http/contract/audit.ts'
import { useDetailWords } from './use-detail-words.ts'

/** What else there is to say of an act, a line each. */
export function AuditDetails({ details }: Pick<AuditEntry, 'details'>) {
  const words = useDetailWords()(details)
  return words.map((line) => (
    <Text key={line} size="sm" className="roster-break">
      {line}
    </Text>
  ))
}
