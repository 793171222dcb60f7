import { useEffect } from 'react'
import type { Language } from '../../src/domain/language.ts'
import { offerLanguage } from '../words/index.ts'

/** Shows the page in the language of whom it is for, unless they chose another here. */
export function useOfferedLanguage(language: Language | undefined): void {
  useEffect(() => {
    if (language !== undefined) void offerLanguage(language)
  }, [language])
}
