import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useChosen } from './chosen-mails.ts'

/** Chooses all mails that are shown and can still be released or recalled, or none. */
export function ChooseAllMails() {
  const { t } = useTranslation('mail')
  const { choosable, chosen, choose } = useChosen()
  const all = chosen.length === choosable.length
  return (
    <Checkbox
      aria-label={t('choice.all')}
      checked={all && chosen.length > 0}
      indeterminate={!all && chosen.length > 0}
      onChange={() => choose(choosable, !all)}
    />
  )
}
