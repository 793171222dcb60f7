import { Button, Group } from '@mantine/core'
import { IconMail } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { mailsQuery } from '../api/mails.ts'
import { isMailState } from '../mail/mail-states.ts'
import { MailStateFilter } from '../mail/mail-state-filter.tsx'
import { OpenedMail } from '../mail/opened-mail.tsx'
import { useMailColumns } from '../mail/use-mail-columns.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { SearchBox } from '../ui/search-box.tsx'

/** All mails of the company, the newest first; it follows those that are still to be sent. */
export function MailOutbox() {
  const { t } = useTranslation('mail')
  const { search, state: asked } = useSearch({ from: '/framed/mail-outbox' })
  const state = isMailState(asked) ? asked : undefined
  const list = useInfiniteQuery(mailsQuery({ search, state }))
  return (
    <>
      <PageTitle title={t('title')} text={t('text')} />
      <DataTable
        label={t('title')}
        columns={useMailColumns()}
        list={list}
        rowId={({ id }) => id}
        count={(count) => t('count', { count })}
        isFiltered={state !== undefined}
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
        </Group>
      </DataTable>
      <OpenedMail />
    </>
  )
}
