import { Group, Stack, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { SearchBox } from '../ui/search-box.tsx'
import { RowGrid } from './map/row-grid.tsx'
import { RowFilters } from './row-filters.tsx'
import { rowsId } from './show-rows.ts'

/** All rows of the batch, or those that are asked for. */
export function RowsSection() {
  const { t } = useTranslation('batch')
  return (
    <Stack
      component="section"
      gap="sm"
      id={rowsId}
      tabIndex={-1}
      aria-labelledby="rows-title"
      className="roster-stage"
    >
      <Group justify="space-between">
        <Title order={2} size="h4" id="rows-title">
          {t('rows.title')}
        </Title>
        <SearchBox label={t('rows.search')} />
      </Group>
      <RowFilters />
      <RowGrid />
    </Stack>
  )
}
