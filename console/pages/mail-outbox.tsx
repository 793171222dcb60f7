import { Button, Group } from '@mantine/core'
import { IconMail } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { mailsQuery } from '../api/mails.ts'
import { BatchFilter } from '../mail/batch-filter.tsx'
import { ChosenActs } from '../mail/chosen-acts.tsx'
import { ChosenMailsContext, useChosenMails } from '../mail/chosen-mails.ts'
import { HeldNotice } from '../mail/held-notice.tsx'
import { MailKindFilter } from '../mail/mail-kind-filter.tsx'
import { isMailKind } from '../mail/mail-kinds.ts'
import { MailStateFilter } from '../mail/mail-state-filter.tsx'
import { isMailState } from '../mail/mail-states.ts'
import { NoMailServer } from '../mail/no-mail-server.tsx'
import { OpenedMail } from '../mail/opened-mail.tsx'
import { SendTestMail } from '../mail/send-test-mail.tsx'
import { useMailColumns } from '../mail/use-mail-columns.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { IfPermitted } from '../ui/if-permitted.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { SearchBox } from '../ui/search-box.tsx'

/** All mails of the company, the newest first, and what can be done with those that have not left. */
export function MailOutbox() {
  const { t } = useTranslation('mail')
  const { batch } = useSearch({ from: '/framed/mail-outbox' })
  return (
    <>
      <PageTitle title={t('title')} text={t('text')}>
        <SendTestMail />
      </PageTitle>
      <IfPermitted needs="manage-company-settings">
        <NoMailServer />
        <HeldNotice batch={batch} />
        {batch !== undefined && <BatchFilter batch={batch} />}
        <Mails />
        <OpenedMail />
      </IfPermitted>
    </>
  )
}

/** It follows those that are still to be sent. */
function Mails() {
  const { t } = useTranslation('mail')
  const { search, batch, ...asked } = useSearch({ from: '/framed/mail-outbox' })
  const state = isMailState(asked.state) ? asked.state : undefined
  const kind = isMailKind(asked.mailKind) ? asked.mailKind : undefined
  const list = useInfiniteQuery(mailsQuery({ search, batch, state, kind }))
  const chosen = useChosenMails(list.data?.rows ?? none)
  return (
    <ChosenMailsContext value={chosen}>
      <ChosenActs />
      <DataTable
        label={t('title')}
        columns={useMailColumns({ withChoice: chosen.choosable.length > 0 })}
        list={list}
        rowId={({ id }) => id}
        count={(count) => t('count', { count })}
        isFiltered={state !== undefined || kind !== undefined || batch !== undefined}
        empty={
          <EmptyState icon={IconMail} title={t('empty.title')} text={t('empty.text')}>
            <Button renderRoot={(props) => <Link to="/batch-operations" {...props} />}>
              {t('empty.first')}
            </Button>
          </EmptyState>
        }
      >
        <Group gap="sm" flex={{ base: '1 0 100%', sm: '0 1 auto' }}>
          <SearchBox label={t('search')} />
          <MailStateFilter />
          <MailKindFilter />
        </Group>
      </DataTable>
    </ChosenMailsContext>
  )
}

const none: never[] = []
