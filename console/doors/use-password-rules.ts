import { useTranslation } from 'react-i18next'
import { ApiError } from '../api/client.ts'
import { leastPasswordLength, lengthOf } from '../ui/password-length.ts'

/** What holds for a password that is chosen, in a form whose field `password` it is. */
export function usePasswordRules(): PasswordRules {
  const { t } = useTranslation('doors')
  return {
    judge: (password) =>
      lengthOf(password) < leastPasswordLength
        ? t('newPassword.tooShort', { least: leastPasswordLength })
        : null,
    sayRefusal: (form, error) => {
      if (!isAboutPassword(error)) return
      form.setFieldError('password', error.message)
      form.getInputNode('password')?.focus()
    },
    besides: (error) => (isAboutPassword(error) ? null : error),
  }
}

interface PasswordRules {
  /** What is wrong with it before it is sent; null: nothing. */
  readonly judge: (password: string) => string | null
  /** Says at the field what the server has against the password, and leads there. */
  readonly sayRefusal: (form: FormWithPassword, error: unknown) => void
  /** What went wrong apart from that. */
  readonly besides: (error: unknown) => unknown
}

interface FormWithPassword {
  readonly setFieldError: (field: 'password', error: string) => void
  readonly getInputNode: (field: 'password') => HTMLElement | null
}

function isAboutPassword(error: unknown): error is ApiError {
  return (
    error instanceof ApiError &&
    (error.code === 'password-too-short' || error.code === 'password-too-common')
  )
}
