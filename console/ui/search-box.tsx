import { CloseButton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useSearchText } from './use-search-text.ts'

/**
 * Searches the list of the page, a moment after the typing stops; Escape clears. What is searched for stands
 * in the address as `search`.
 * @param props.label what is searched in: “Search users”
 */
export function SearchBox(props: { readonly label: string }) {
  const { t } = useTranslation('frame')
  const { text, type, clear } = useSearchText()
  return (
    <TextInput
      type="search"
      className="search-box"
      w={{ base: '100%', xs: 320 }}
      aria-label={props.label}
      placeholder={props.label}
      leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
      rightSection={
        text !== '' && <CloseButton size="sm" aria-label={t('clearSearch')} onClick={clear} />
      }
      value={text}
      onChange={({ currentTarget }) => type(currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || text === '') return
        event.preventDefault()
        clear()
      }}
    />
  )
}
