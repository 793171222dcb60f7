import { useDebouncedValue } from '@mantine/hooks'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { FieldName } from '../../../src/domain/field.ts'
import { roomsQuery } from '../../api/directory.ts'
import { useOperation } from '../use-operation.ts'

/** What a cell of this field may say: its own words where they are few, or rooms that contain what is typed. */
export function useChoices(
  operationName: string,
  field: FieldName,
  { text, isAsked }: { readonly text: string; readonly isAsked: boolean },
): readonly string[] {
  const { operation } = useOperation(operationName)
  const described = operation?.fields.find((known) => known.field === field)
  const [search] = useDebouncedValue(text.trim(), 200)
  const { data: rooms } = useInfiniteQuery({
    ...roomsQuery({ ...(search !== '' && { search }), sort: 'name', order: 'asc' }),
    enabled: isAsked && described?.kind === 'rooms',
  })
  if (described?.kind === 'rooms') return rooms?.rows.map(({ name }) => name) ?? []
  return described?.values ?? []
}
