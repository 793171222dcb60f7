import { expect, test } from 'vitest'
import { consolePages } from '../../src/http/console/console-pages.ts'
import { roleLabels } from '../../src/domain/role.ts'
import { frame } from '../../console/words/frame.ts'
import { sources } from './sources.ts'

test('the server has a page at every address of the console, and at no other', () => {
  const [routes] = sources('console/routes.tsx')
  const paths = [...(routes?.text ?? '').matchAll(/\bpath: '([^']+)'/gu)].map(([, path]) => path)
  expect(paths.length).toBeGreaterThan(5)
  expect(new Set(paths.map((path) => path?.replaceAll('$', ':')))).toEqual(new Set(consolePages))
})

test('roles bear the same names on the screen as in mails and reports', () => {
  expect({ en: frame.en.roles, de: frame.de.roles }).toEqual(roleLabels)
})
