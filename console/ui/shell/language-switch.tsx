import { SegmentedControl } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { chooseLanguage, type ShownLanguage } from '../../words/index.ts'

/** English or German; the server's sentences are asked for anew in the chosen one. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation('frame')
  const queryClient = useQueryClient()
  const choose = async (language: string) => {
    await chooseLanguage(language as ShownLanguage)
    await queryClient.invalidateQueries()
  }
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('language')}
      data={[
        { value: 'en', label: 'EN' },
        { value: 'de', label: 'DE' },
      ]}
      value={i18n.language}
      onChange={(language) => void choose(language)}
    />
  )
}
