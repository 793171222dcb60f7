import { Autocomplete, type AutocompleteProps } from '@mantine/core'

/** Suggests the words that a field takes; picking one is enough. Others can be written, and are judged. */
export function WordsInput(props: {
  readonly values: readonly string[]
  /** Nothing was typed yet: all words are offered, whatever the cell says. */
  readonly isTouched: boolean
  readonly onType: (text: string) => void
  readonly onPick: (word: string) => void
  readonly input: AutocompleteProps
}) {
  const { values, isTouched, onType, onPick, input } = props
  const begun = (input.value ?? '').trim().toLowerCase()
  return (
    <Autocomplete
      {...input}
      data={isTouched ? values.filter((word) => word.toLowerCase().includes(begun)) : [...values]}
      filter={({ options }) => options}
      selectFirstOptionOnChange={begun !== ''}
      onChange={onType}
      onOptionSubmit={onPick}
      comboboxProps={{ width: 200, position: 'bottom-start' }}
    />
  )
}
