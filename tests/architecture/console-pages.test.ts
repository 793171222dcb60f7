import { expect, test } from 'vitest'
import { consolePages } from '../../src/http/console/console-pages.ts'
import { permissions } from '../../src/domain/permission.ts'
import { roleLabels } from '../../src/domain/role.ts'
import { parents } from '../../console/directory/permissions.ts'
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

test('the tree of permissions on the screen is the one that the server enforces', () => {
  const tree = Object.entries(permissions).map(([permission, { parent }]) => [permission, parent])
  expect(Object.entries(parents)).toEqual(tree)
})
