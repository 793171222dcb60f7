import { useTranslation } from 'react-i18next'
import { usePlan } from './plan.ts'
import { useNarrowing, type RowNarrowing } from './use-narrowing.ts'
import { useOperation } from './use-operation.ts'

/** What narrows the rows down, in words. */
export function useFilterWords(): readonly {
  readonly name: keyof RowNarrowing
  readonly words: string
}[] {
  const { t } = useTranslation('batch')
  const { batch } = usePlan()
  const { fieldLabel } = useOperation(batch.operation)
  const { state, leftOut, problem, field, value, search } = useNarrowing().narrowing
  const words: Readonly<Record<keyof RowNarrowing, string | false | undefined>> = {
    state: state && t('filters.state', { state: t(`filters.states.${state}`) }),
    leftOut:
      leftOut === undefined ? undefined : leftOut ? t('states.leftOut') : t('filters.notLeftOut'),
    problem: problem && t('filters.problem', { problem: t(`problems.codes.${problem}`) }),
    field: field && t('filters.field', { field: fieldLabel(field) }),
    value: value !== undefined && t('filters.value', { value }),
    search: search && t('filters.search', { text: search }),
  }
  return Object.entries(words).flatMap(([name, words]) =>
    typeof words === 'string' ? [{ name: name as keyof RowNarrowing, words }] : [],
  )
}
