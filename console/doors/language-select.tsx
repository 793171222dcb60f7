import { Select, type SelectProps } from '@mantine/core'

/** The languages that Roster speaks, each in its own. */
export function LanguageSelect(props: Omit<SelectProps, 'data'>) {
  return (
    <Select
      data={[
        { value: 'en', label: 'English' },
        { value: 'de', label: 'Deutsch' },
      ]}
      allowDeselect={false}
      {...props}
    />
  )
}
