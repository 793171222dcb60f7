import { Button } from '@mantine/core'
import { IconHistory, IconPlus } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Batch, BatchPage } from '../../src/http/contract/batch.ts'
import { historyQuery } from '../api/batches.ts'
import { useHistoryColumns } from '../batch/history/use-history-columns.tsx'
import { stageOf } from '../batch/stage.ts'
import { DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageTitle } from '../ui/page-title.tsx'

/** All batches of the company, the newest first; it follows those that execute. */
export function History() {
  const { t } = useTranslation('history')
  const list = useInfiniteQuery({
    ...historyQuery,
    select: flatten,
    refetchInterval: ({ state }) => (isMoving(state.data?.pages ?? []) ? 2_000 : false),
  })
  return (
    <>
      <PageTitle title={t('title')} text={t('text')}>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          renderRoot={(props) => <Link to="/batch-operations" {...props} />}
        >
          {t('new')}
        </Button>
      </PageTitle>
      <DataTable
        label={t('title')}
        columns={useHistoryColumns()}
        list={list}
        rowId={({ batch }) => batch}
        empty={
          <EmptyState icon={IconHistory} title={t('empty.title')} text={t('empty.text')}>
            <Button renderRoot={(props) => <Link to="/batch-operations" {...props} />}>
              {t('empty.first')}
            </Button>
          </EmptyState>
        }
      />
    </>
  )
}

function flatten({ pages }: { readonly pages: readonly BatchPage[] }): { readonly rows: Batch[] } {
  return { rows: pages.flatMap(({ batches }) => batches) }
}

function isMoving(pages: readonly BatchPage[]): boolean {
  return pages.some(({ batches }) => batches.some(({ state }) => stageOf[state] === 'executing'))
}
