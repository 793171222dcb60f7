import { Alert } from '@mantine/core'
import { IconMailOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { doorsQuery } from '../api/session.ts'

/** Says why no mail leaves, where the server has no mail server to hand them to. */
export function NoMailServer() {
  const { t } = useTranslation('mail')
  const { data: doors } = useQuery(doorsQuery)
  if (doors?.sendsMail !== false) return null
  return (
    <Alert
      role="note"
      color="orange"
      icon={<IconMailOff aria-hidden />}
      title={t('noMailServer.title')}
      mb="md"
    >
      {t('noMailServer.text')}
    </Alert>
  )
}
