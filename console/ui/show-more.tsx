import { Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { List } from './list.ts'

/** Says how much of a list is shown, and brings its next page. Nothing when all of it is there. */
export function ShowMore<Row>(props: { readonly list: List<Row> }) {
  const { t } = useTranslation('frame')
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = props.list
  if (data === undefined || !hasNextPage) return null
  const { rows, total, isMoreThanTotal } = data
  return (
    <Group justify="center" gap="md">
      {total !== undefined && (
        <Text size="sm" className="roster-quiet">
          {t(isMoreThanTotal === true ? 'shownOfMore' : 'shownOf', { shown: rows.length, total })}
        </Text>
      )}
      <Button
        variant="default"
        size="xs"
        loading={isFetchingNextPage}
        onClick={() => void fetchNextPage()}
      >
        {t('more')}
      </Button>
    </Group>
  )
}
