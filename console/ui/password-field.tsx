import { PasswordInput, type PasswordInputProps } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** A password, hidden until somebody asks to see it. The browser may keep it, and it may be pasted. */
export function PasswordField(props: PasswordInputProps) {
  const { t } = useTranslation('doors')
  return (
    <PasswordInput
      maxLength={1000}
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      visibilityToggleFocusable
      visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
      {...props}
    />
  )
}
