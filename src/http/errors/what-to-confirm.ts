import type { Language } from '../../domain/language.ts'
import type { Particulars } from '../../domain/problem.ts'

/** The numbers that an execution must confirm, in words: `412 deletions, 1,500 mails`. */
export function whatToConfirm({ deletions, mails }: Particulars, language: Language): string {
  return [counted(deletions, words[language].deletions), counted(mails, words[language].mails)]
    .filter((part) => part !== undefined)
    .join(', ')

  function counted(number: string | number | undefined, word: string): string | undefined {
    return number === undefined ? undefined : `${number.toLocaleString(language)} ${word}`
  }
}

const words = {
  en: { deletions: 'deletions', mails: 'mails' },
  de: { deletions: 'Löschungen', mails: 'E-Mails' },
} satisfies Record<Language, unknown>
