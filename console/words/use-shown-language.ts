import { useTranslation } from 'react-i18next'
import type { ShownLanguage } from './index.ts'

/** The language of the screen; for texts and formats that do not come from the words. */
export function useShownLanguage(): ShownLanguage {
  return useTranslation().i18n.language === 'de' ? 'de' : 'en'
}
