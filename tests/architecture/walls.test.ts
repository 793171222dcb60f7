import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { importsOf } from './imports.ts'
import { roomCycles } from './room-cycles.ts'
import { root, sources, type Source } from './sources.ts'
import { strangers } from './strangers.ts'
import { walls } from './walls.ts'

const house = sources('src/**/*.{ts,tsx}', 'console/**/*.{ts,tsx}')
const code = house.filter(({ path }) => !path.includes('.test.'))

describe('the walls of the house', () => {
  test('every import keeps to the table', () => {
    expect(strangers(house, walls)).toEqual([])
  })

  test('no two rooms import each other', () => {
    expect(roomCycles(code.flatMap(importsOf))).toEqual([])
  })

  test('the whole house was read', () => {
    const rooms = new Set(code.map(({ path }) => path.split('/')[1]))
    expect(rooms).toContain('domain')
    expect(rooms.size).toBeGreaterThan(8)
    expect(code.length).toBeGreaterThan(60)
    expect(code.flatMap(importsOf).length).toBeGreaterThan(120)
  })

  test('ARCHITECTURE.md shows the same table', () => {
    const file = join(root, 'ARCHITECTURE.md')
    expect(existsSync(file), 'ARCHITECTURE.md is missing').toBe(true)
    const expected = Object.entries(walls).map(([room, allowed]) => [
      room,
      allowed.join(', ') || 'nobody',
    ])
    expect(wallsIn(readFileSync(file, 'utf8'))).toEqual(expected)
  })
})

describe('a stranger is noticed', () => {
  test.for([
    ['a room that may import nobody', 'src/domain/a.ts', "import { b } from '../directory/b.ts'"],
    ['a type', 'src/domain/a.ts', "import type { B } from '../directory/b.ts'"],
    ['a type in the middle of a line', 'src/domain/a.ts', "let b: import('../mail/b.ts').B"],
    ['a dynamic import', 'src/ingest/a.ts', "export const b = () => import('../mapping/b.ts')"],
    ['a computed import', 'src/ingest/a.ts', 'export const b = (name: string) => import(name)'],
    ['a re-export', 'src/ingest/a.ts', "export * from '../mapping/b.ts'"],
    ['a named re-export', 'src/ingest/a.ts', "export { b } from '../mapping/b.ts'"],
    ['a worker', 'src/ingest/a.ts', "new URL('../mapping/b.worker.ts', import.meta.url)"],
    [
      'more of the mail than its outbox',
      'src/operations/a.ts',
      "import { b } from '../mail/deliver.ts'",
    ],
    ['the server in the command line', 'src/cli/a.ts', "import { b } from '../http/server.ts'"],
    ['the running contract', 'src/cli/a.ts', "import { b } from '../http/contract/batch.ts'"],
    [
      'a contract that is loaded for its types',
      'src/cli/a.ts',
      "import { type B } from '../http/contract/b.ts'",
    ],
    ['the wiring in a command', 'src/cli/commands/a.ts', "import { b } from '../../app.ts'"],
    ['the wiring in a route', 'src/http/a.ts', "import { b } from '../app.ts'"],
    ['the command line in the server', 'src/http/a.ts', "import { b } from '../cli/main.ts'"],
    [
      'configuration below the wiring',
      'src/execute/a.ts',
      "import { b } from '../config/config.ts'",
    ],
    ['code of tests', 'src/execute/a.ts', "import { b } from '../../tests/support/b.ts'"],
    ['running code in the console', 'console/a.ts', "import { b } from '../src/domain/b.ts'"],
    ['a room without a row', 'src/attic/a.ts', 'export const a = 1'],
  ] as const)('%s', ([, path, text]) => {
    const found = strangers([{ path, text }], walls)
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(path)
  })

  test('rooms that import each other around a corner', () => {
    const planted: readonly Source[] = [
      { path: 'src/mail/a.ts', text: "import '../domain/a.ts'" },
      { path: 'src/domain/a.ts', text: "import '../access/a.ts'" },
      { path: 'src/access/a.ts', text: "import type { A } from '../mail/a.ts'" },
    ]
    expect(roomCycles(planted.flatMap(importsOf))).toEqual(['access → mail → domain → access'])
  })

  test('a file that cannot be parsed', () => {
    expect(() => strangers([{ path: 'src/domain/a.ts', text: 'import {' }], walls)).toThrow(
      'src/domain/a.ts',
    )
  })
})

describe('a guest is let in', () => {
  test.for([
    ['the own room', 'src/domain/a.ts', "import { b } from './deep/b.ts'"],
    ['a package', 'src/domain/a.ts', "import { z } from 'zod'"],
    ['the outbox', 'src/operations/a.ts', "import { b } from '../mail/outbox.ts'"],
    ['types of the contract', 'src/cli/a.ts', "import type { B } from '../http/contract/batch.ts'"],
    ['the version', 'src/cli/a.ts', "import p from '../../package.json' with { type: 'json' }"],
    ['the wiring at the start', 'src/cli/start.ts', "import { b } from '../app.ts'"],
    ['everything in the wiring', 'src/app.ts', "import { b } from './http/server.ts'"],
    ['everything in a test', 'src/domain/a.test.ts', "import { b } from '../app.ts'"],
  ] as const)('%s', ([, path, text]) => {
    expect(strangers([{ path, text }], walls)).toEqual([])
  })
})

/** The rows of the Markdown table whose header is `| room | may import |`, without their decoration. */
function wallsIn(markdown: string) {
  const lines = markdown.split('\n').map(cells)
  const header = lines.findIndex(([room, rest]) => room === 'room' && rest === 'may import')
  expect(header, 'no table with the header | room | may import |').toBeGreaterThan(-1)
  const rows = lines.slice(header + 2)
  const end = rows.findIndex((row) => row.length < 2)
  return rows.slice(0, end === -1 ? rows.length : end)
}

function cells(line: string) {
  return line
    .replaceAll(/[`\\]/g, '')
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())
}
