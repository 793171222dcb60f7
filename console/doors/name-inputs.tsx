import { SimpleGrid, TextInput, type TextInputProps } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** First and last name, as `form.getInputProps` fills them. */
export function NameInputs(props: {
  readonly firstName: TextInputProps
  readonly lastName: TextInputProps
}) {
  const { t } = useTranslation('doors')
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
      <TextInput
        label={t('firstName')}
        autoComplete="given-name"
        maxLength={100}
        {...props.firstName}
      />
      <TextInput
        label={t('lastName')}
        autoComplete="family-name"
        maxLength={100}
        {...props.lastName}
      />
    </SimpleGrid>
  )
}
