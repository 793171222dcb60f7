import { Group, Text, type PasswordInputProps } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { leastPasswordLength, lengthOf } from './password-length.ts'
import { PasswordField } from './password-field.tsx'

/** A password as it is chosen: the rule is said before, and while typing how far it is from being long enough. */
export function NewPassword(props: PasswordInputProps & { readonly value: string }) {
  const { t } = useTranslation('doors')
  return (
    <div>
      <PasswordField
        label={t('password')}
        description={t('newPassword.rule', { least: leastPasswordLength })}
        autoComplete="new-password"
        {...props}
      />
      {props.value !== '' && <Progress length={lengthOf(props.value)} />}
    </div>
  )
}

function Progress({ length }: { readonly length: number }) {
  const { t } = useTranslation('doors')
  const missing = leastPasswordLength - length
  return (
    <Text size="sm" mt={4} component="div" className="roster-quiet">
      {missing > 0 ? (
        t('newPassword.missing', { count: missing })
      ) : (
        <Group gap={4}>
          <IconCheck size={14} aria-hidden /> {t('newPassword.longEnough')}
        </Group>
      )}
    </Text>
  )
}
