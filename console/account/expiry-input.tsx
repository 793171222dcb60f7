import { Select, Stack, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { expiryKinds, noExpiry, type Expiry } from './expiry.ts'

/** Asks until when a key works. */
export function ExpiryInput(props: {
  readonly expiry: Expiry
  readonly error: ReactNode
  readonly onChange: (expiry: Expiry) => void
}) {
  const { t } = useTranslation('account')
  const { expiry, error, onChange } = props
  const choose = (chosen: string | null) => {
    const kind = expiryKinds.find((kind) => kind === chosen)
    if (kind === undefined) onChange(noExpiry)
    else onChange(kind === 'day' ? { kind, day: '' } : { kind })
  }
  return (
    <Stack gap="sm">
      <Select
        label={t('keys.expiry')}
        data={expiryKinds.map((kind) => ({ value: kind, label: t(`keys.expiries.${kind}`) }))}
        value={expiry.kind}
        allowDeselect={false}
        onChange={choose}
      />
      {expiry.kind === 'day' && (
        <TextInput
          type="date"
          label={t('keys.lastDay')}
          value={expiry.day}
          error={error}
          onChange={({ currentTarget }) => onChange({ kind: 'day', day: currentTarget.value })}
        />
      )}
    </Stack>
  )
}
