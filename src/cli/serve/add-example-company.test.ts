import { expect, test } from 'vitest'
import { doors } from '../../../console/words/doors.ts'
import { languages } from '../../domain/language.ts'
import { sentencesIn } from '../sentences.ts'

test.each(languages)(
  'the line about signing in names the button as the console does (%s)',
  (language) => {
    expect(sentencesIn(language).openExample).toContain(doors[language].signIn.example)
  },
)
