import { Drawer, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mailQuery } from '../api/mails.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { without } from '../ui/without.ts'
import { MailFacts } from './mail-facts.tsx'
import { MailLinks } from './mail-links.tsx'
import { MailViews } from './mail-views.tsx'
import { OpenedActs } from './opened-acts.tsx'
import './mail.css'

/** The mail that the address names, beside the outbox: what it is, its links, and how its recipient sees it. */
export function OpenedMail() {
  const { t } = useTranslation('mail')
  const { t: common } = useTranslation('frame')
  const { open } = useSearch({ from: '/framed/mail-outbox' })
  const navigate = useNavigate({ from: '/mail-outbox' })
  const close = () =>
    void navigate({ to: '.', search: (before) => without(before, 'open'), resetScroll: false })
  // While it slides away, what was opened is still to be seen.
  const [shown, setShown] = useState(open)
  if (open !== undefined && open !== shown) setShown(open)
  const { data, error, refetch } = useQuery({
    ...mailQuery(shown ?? ''),
    enabled: shown !== undefined,
  })
  return (
    <Drawer
      opened={open !== undefined}
      onClose={close}
      position="right"
      size="lg"
      title={data?.subject ?? t('opened.title')}
      closeButtonProps={{ 'aria-label': common('close') }}
      classNames={{ content: 'mail-drawer', body: 'mail-drawer-body', title: 'mail-drawer-title' }}
    >
      <FailureNotice error={error} onRetry={() => void refetch()} />
      {data === undefined ? (
        error === null && <Skeleton flex={1} mih={320} />
      ) : (
        <>
          <MailFacts mail={data} />
          <OpenedActs mail={data} />
          {data.links.length > 0 && <MailLinks mail={data} />}
          <MailViews mail={data} />
        </>
      )}
    </Drawer>
  )
}
