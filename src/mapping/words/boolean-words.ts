import type { CellLanguage, Vocabulary } from './vocabulary.ts'

/**
 * What says yes and no: in a spreadsheet in these languages, in a form, and in short. Left out is what may stand
 * for something else: `O` (*oui*, or a nought), `X` (a cross may say yes or crossed out).
 */
export const booleanWords: Readonly<Record<CellLanguage, Vocabulary<'True' | 'False'>>> = {
  en: { True: 'True, T, Yes, Y, On, 1', False: 'False, F, No, N, Off, 0' },
  de: { True: 'Wahr, W, Ja, J, Ein, An', False: 'Falsch, F, Nein, N, Aus' },
  fr: { True: 'Vrai, V, Oui', False: 'Faux, F, Non, N' },
  it: { True: 'Vero, V, Sì, S', False: 'Falso, F, No, N' },
  es: { True: 'Verdadero, V, Sí, S', False: 'Falso, F, No, N' },
}
