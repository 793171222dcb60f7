import { Select } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'

/**
 * Narrows a list to what has one of several values; the value stands in the address, and what it does not know there
 * is none.
 * @param props.name in the address
 * @param props.any what is said where nothing is chosen: “All states”
 */
export function AddressFilter(props: {
  readonly name: 'state' | 'mailKind' | 'act'
  readonly label: string
  readonly any: string
  readonly choices: readonly { readonly value: string; readonly label: string }[]
}) {
  const { name, choices } = props
  const asked = useSearch({ strict: false })[name]
  const navigate = useNavigate()
  const choose = (value: string | null) =>
    void navigate({
      to: '.',
      search: (before) => ({ ...before, [name]: value ?? undefined }),
      replace: true,
      resetScroll: false,
    })
  return (
    <Select
      w={{ base: '100%', xs: 210 }}
      aria-label={props.label}
      placeholder={props.any}
      data={choices}
      value={choices.find(({ value }) => value === asked)?.value ?? null}
      onChange={choose}
      searchable={choices.length > few}
      clearable
    />
  )
}

const few = 10
