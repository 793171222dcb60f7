import { expect, test } from 'vitest'
import { areas } from '../../console/words/areas.ts'
import { sources } from './sources.ts'

test('every text of the console is asked for somewhere', () => {
  const code = sources('console/**/*.{ts,tsx}')
    .filter(({ path }) => !path.startsWith('console/words/'))
    .map(({ text }) => text)
    .join('\n')
  const asked = new Set(matches(code, /'([\w.:-]+)'/gu).map(withoutArea))
  const patterns = matches(code, /`((?:[\w.:-]|\$\{[^{}`]*\})*)`/gu)
    .filter(saysSomething)
    // The audit log words whole groups of what it was told.
    .concat(matches(code, /\b(?:worded|listed)\('([\w:-]+)'/gu).map((group) => `${group}.\${}`))
    .map(patternOf)
  const keys = Object.entries(areas).flatMap(([area, { en }]) =>
    keysIn(en).map((key) => ({ area, key })),
  )
  expect(keys.length).toBeGreaterThan(500)
  const isAsked = (key: string) => asked.has(key) || patterns.some((pattern) => pattern.test(key))
  expect(keys.filter(({ key }) => !isAsked(key))).toEqual([])
})

type Texts = { readonly [key: string]: string | Texts }

/** All keys, as they are asked for: one for the two of a plural. */
function keysIn(texts: Texts): readonly string[] {
  return Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'string'
      ? key.replace(/_(?:one|other)$/u, '')
      : keysIn(text).map((inner) => `${key}.${inner}`),
  )
}

function matches(code: string, pattern: RegExp): readonly string[] {
  return [...code.matchAll(pattern)].map(([, text = '']) => text)
}

function withoutArea(key: string): string {
  return key.replace(/^[\w-]+:/u, '')
}

function saysSomething(template: string): boolean {
  return /\w/u.test(template.replaceAll(/\$\{[^}]*\}/gu, ''))
}

/** What a key can be that is put together: `states.${state}`. */
function patternOf(template: string): RegExp {
  const parts = withoutArea(template).split(/\$\{[^}]*\}/u)
  return new RegExp(`^${parts.map((part) => part.replaceAll('.', '\\.')).join('[^.]+')}$`, 'u')
}
