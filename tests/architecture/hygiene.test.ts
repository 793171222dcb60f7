import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { looseVersions, notesToSelf, testsLeftOut, type Manifest } from './hygiene.ts'
import { allCode, root, sources } from './sources.ts'

test('every dependency is pinned to one version', () => {
  const manifest: Manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  expect(Object.keys(manifest['dependencies'] ?? {}).length).toBeGreaterThan(20)
  expect(looseVersions(manifest)).toEqual([])
})

test('a range of versions is noticed', () => {
  const dependencies = { a: '^1.0.0', b: '1.x', c: 'latest', d: '1.0.0', e: '1.0.0-beta.1' }
  expect(looseVersions({ dependencies })).toEqual(['a@^1.0.0', 'b@1.x', 'c@latest'])
})

test('the lockfile names no registry, so that it installs from any', () => {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8')
  expect(lock.length).toBeGreaterThan(50_000)
  expect(lock).not.toContain('"resolved"')
})

test('the lockfile has every optional package that another one names, as npm ci demands', () => {
  const lock: {
    readonly packages: Record<string, { optionalDependencies?: Record<string, string> }>
  } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const known = new Set(
    Object.keys(lock.packages).map((path) => path.replace(/^.*node_modules\//, '')),
  )
  const named = Object.values(lock.packages).flatMap(({ optionalDependencies }) =>
    Object.keys(optionalDependencies ?? {}),
  )
  expect(named.filter((name) => !known.has(name))).toEqual([])
})

test('no test is left out', () => {
  const tests = sources('{src,tests,console}/**/*.test.{ts,tsx}')
  expect(tests.length).toBeGreaterThan(10)
  expect(testsLeftOut(tests)).toEqual([])
})

test('a test that is left out is noticed', () => {
  const planted = ['only', 'skip', 'todo', 'concurrent.only'].map((word) => ({
    path: 'src/a.test.ts',
    text: `test.${word}('a', () => {})`,
  }))
  expect(testsLeftOut(planted)).toHaveLength(4)
  expect(testsLeftOut([{ path: 'src/a.test.ts', text: "test('a', () => list.skip(1))" }])).toEqual(
    [],
  )
})

test('no work is put off in a comment', () => {
  const code = allCode()
  expect(code.length).toBeGreaterThan(80)
  expect(notesToSelf(code)).toEqual([])
})

test('work that is put off in a comment is noticed', () => {
  const planted = ['TO', 'FIX'].flatMap((start) =>
    ['DO', 'ME'].map((end) => ({
      path: 'src/a.ts',
      text: `const a = 1 // ${start}${end}: later\n`,
    })),
  )
  expect(notesToSelf(planted)).toHaveLength(2)
})
