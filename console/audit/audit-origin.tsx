import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { AuditEntry } from '../../src/http/contract/audit.ts'

/** From where somebody asked, and by what they came in. */
export function AuditOrigin({ entry }: { readonly entry: AuditEntry }) {
  const { t } = useTranslation('audit')
  const { address, way } = entry
  return (
    <>
      <Text size="sm" className="roster-break">
        {address}
      </Text>
      {way !== null && (
        <Text size="sm" className="roster-quiet">
          {t(`ways.${way}`)}
        </Text>
      )}
    </>
  )
}
