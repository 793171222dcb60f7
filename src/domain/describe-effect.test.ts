import { expect, it } from 'vitest'
import { describeEffect, type Tense } from './describe-effect.ts'
import { effectNames, sumOfEffects, type EffectName } from './effect.ts'
import { languages } from './language.ts'

const said = (count: number, effect: EffectName = 'invited', tense: Tense = 'planned') =>
  languages.map((language) => describeEffect({ effect, count }, tense, language))

it('one is spoken of as one, and many with the number as the language writes it', () => {
  expect(said(1)).toEqual(['1 person will be invited', '1 Person wird eingeladen'])
  expect(said(1_234)).toEqual(['1,234 people will be invited', '1.234 Personen werden eingeladen'])
})

it('what has happened is not said as if it were to come', () => {
  expect(said(3, 'invited', 'done')).toEqual([
    '3 people were invited',
    '3 Personen wurden eingeladen',
  ])
})

it('every effect has sentences of its own, with the number first', () => {
  const sentences = effectNames.flatMap((effect) =>
    (['planned', 'done'] as const).flatMap((tense) =>
      [1, 2].flatMap((count) => said(count, effect, tense)),
    ),
  )
  expect(new Set(sentences).size).toBe(effectNames.length * 8)
  expect(sentences.filter((sentence) => !/^[12] \p{L}[^#]+[^.]$/u.test(sentence))).toEqual([])
})

it('the effects of several chunks are added up', () => {
  expect(sumOfEffects([])).toEqual({})
  expect(sumOfEffects([{ invited: 2, assigned: 1 }, {}, { invited: 3 }])).toEqual({
    invited: 5,
    assigned: 1,
  })
})
