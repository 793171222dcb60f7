import { Select } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { without } from '../ui/without.ts'
import { isMailState, mailStateNames } from './mail-states.ts'

/** Narrows the outbox to mails in one state, which stands in the address. */
export function MailStateFilter() {
  const { t } = useTranslation('mail')
  const { state } = useSearch({ from: '/framed/mail-outbox' })
  const navigate = useNavigate({ from: '/mail-outbox' })
  const choose = (state: string | null) =>
    void navigate({
      to: '.',
      search: (before) => ({ ...without(before, 'state'), ...(state !== null && { state }) }),
      replace: true,
      resetScroll: false,
    })
  return (
    <Select
      w={{ base: '100%', xs: 200 }}
      aria-label={t('columns.state')}
      placeholder={t('anyState')}
      data={mailStateNames.map((value) => ({ value, label: t(`states.${value}`) }))}
      value={isMailState(state) ? state : null}
      onChange={choose}
      clearable
    />
  )
}
