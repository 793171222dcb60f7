import { expect, test } from 'vitest'
import { addresses } from './german-address.ts'
import { sources } from './sources.ts'

test('the program speaks German without addressing whoever reads; only its mails do', () => {
  const spoken = sources('{src,console}/**/*.{ts,tsx}').filter(
    ({ path }) => !path.startsWith('src/mail/'),
  )
  expect(spoken.length).toBeGreaterThan(500)
  expect(spoken.flatMap(addresses)).toEqual([])
})

test('a sentence that addresses the reader is noticed, one that speaks of a thing is not', () => {
  const text = [
    "de: 'Die Zelle ist leer. Füllen Sie die Zelle aus.'",
    "de: 'Der Plan, den Sie gesehen haben, gilt nicht mehr.'",
    "de: 'Die Datei ist beschädigt. Sie hat kein Ende.'",
    "de: 'Sie wartet. Ihre Links gelten weiterhin.'",
  ].join('\n')
  expect(addresses({ path: 'src/domain/words.ts', text })).toEqual([
    'src/domain/words.ts:1 says “Füllen Sie”',
    'src/domain/words.ts:2 says “, den Sie”',
  ])
})
