import { expect, test } from 'vitest'
import { longFiles } from './long-files.ts'
import { allCode } from './sources.ts'

test('no file has more than 300 lines', () => {
  const code = allCode()
  expect(code.length).toBeGreaterThan(80)
  expect(longFiles(code)).toEqual([])
})

test('a file of 301 lines is noticed, one of 300 is not', () => {
  const planted = [
    { path: 'src/domain/long.ts', text: 'const a = 1\n'.repeat(301) },
    { path: 'src/domain/just-right.ts', text: 'const a = 1\n'.repeat(300) },
  ]
  expect(longFiles(planted)).toEqual(['src/domain/long.ts has 301 lines, more than 300'])
})
