import { Button, Group, Pill, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFilterWords } from './use-filter-words.ts'
import { useNarrowing } from './use-narrowing.ts'

/** What narrows the rows down just now, each to be taken away. Nothing when all rows are shown. */
export function RowFilters() {
  const { t } = useTranslation('batch')
  const { widen } = useNarrowing()
  const filters = useFilterWords()
  if (filters.length === 0) return null
  return (
    <Group gap="xs" role="group" aria-label={t('filters.shown')}>
      <Text size="sm" className="roster-quiet">
        {t('filters.shown')}
      </Text>
      {filters.map(({ name, words }) => (
        <Pill
          key={name}
          size="md"
          withRemoveButton
          onRemove={() => widen(name)}
          removeButtonProps={{
            'aria-label': t('filters.remove', { filter: words }),
            'aria-hidden': false,
            tabIndex: 0,
          }}
        >
          {words}
        </Pill>
      ))}
      <Button
        size="compact-sm"
        variant="subtle"
        onClick={() => widen(...filters.map(({ name }) => name))}
      >
        {t('filters.clear')}
      </Button>
    </Group>
  )
}
