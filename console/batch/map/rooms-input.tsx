import { Autocomplete, type AutocompleteProps } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useSettled } from './use-settled.ts'
import { lastRoom, withRoom } from './room-list.ts'
import { suggestedRoomsQuery } from './suggested-rooms.ts'

/** Suggests rooms for what is typed behind the last comma: a cell may name several. */
export function RoomsInput(props: {
  readonly isTouched: boolean
  readonly onType: (text: string) => void
  readonly input: AutocompleteProps
}) {
  const { isTouched, onType, input } = props
  const cell = input.value ?? ''
  const begun = useSettled(isTouched ? lastRoom(cell) : '', 120)
  const { data: rooms = [] } = useQuery({
    ...suggestedRoomsQuery(begun),
    placeholderData: keepPreviousData,
  })
  // Before something is typed a room that is picked takes the place of the cell.
  const before = isTouched ? cell : ''
  return (
    <Autocomplete
      {...input}
      data={[...new Set(rooms.map((room) => withRoom(before, room)))]}
      filter={({ options }) => options}
      onChange={onType}
      comboboxProps={{ width: 260, position: 'bottom-start' }}
    />
  )
}
