import { Alert, Select, Skeleton, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { operationsQuery } from '../../api/operations.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { useShownLanguage } from '../../words/use-shown-language.ts'
import { OperationCards } from './operation-cards.tsx'
import { OperationDetails } from './operation-details.tsx'

/**
 * The first step: a drop-down of the operations, and what the selected one does and needs.
 * @param props.selected as the address names it; there may be no such operation
 * @param props.labelledBy the heading of the step
 */
export function SelectOperation(props: {
  readonly selected: string | undefined
  readonly labelledBy: string
  readonly onSelect: (operation: string) => void
  readonly onUseExample: () => void
}) {
  const { t } = useTranslation('steps')
  const language = useShownLanguage()
  const { data: operations, error, refetch } = useQuery(operationsQuery)
  if (error !== null) return <FailureNotice error={error} onRetry={() => void refetch()} />
  if (operations === undefined) return <Skeleton height={260} />
  const operation = operations.find(({ operation }) => operation === props.selected)
  return (
    <Stack>
      <Select
        aria-labelledby={props.labelledBy}
        placeholder={t('selectPlaceholder')}
        data={operations.map(({ operation, label }) => ({
          value: operation,
          label: label[language],
        }))}
        value={operation?.operation ?? null}
        onChange={(name) => name !== null && props.onSelect(name)}
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
        maw={480}
      />
      {props.selected !== undefined && operation === undefined && (
        <Alert color="yellow" role="status">
          {t('noSuchOperation', { operation: props.selected })}
        </Alert>
      )}
      {operation === undefined ? (
        <OperationCards operations={operations} onSelect={props.onSelect} />
      ) : (
        <OperationDetails operation={operation} onUseExample={props.onUseExample} />
      )}
    </Stack>
  )
}
