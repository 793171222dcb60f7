import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Mail } from '../../src/http/contract/mail.ts'
import { isUnsent, useChosen } from './chosen-mails.ts'

/** Chooses a mail that can still be released or recalled; the others have no box. */
export function ChooseMail({ mail }: { readonly mail: Mail }) {
  const { t } = useTranslation('mail')
  const { chosen, choose } = useChosen()
  if (!isUnsent(mail)) return null
  return (
    <Checkbox
      className="data-table-above"
      aria-label={t('choice.row', { to: mail.to })}
      checked={chosen.some(({ id }) => id === mail.id)}
      onChange={({ currentTarget }) => choose([mail], currentTarget.checked)}
    />
  )
}
