import { importsOf, type Import } from './imports.ts'
import type { Source } from './sources.ts'
import type { Walls } from './walls.ts'

const TYPES_OF = 'types of '

/**
 * Finds the imports that the table does not allow.
 *
 * @returns a sentence for each: the file, the line, what it imports and what it may
 */
export function strangers(sources: readonly Source[], walls: Walls): readonly string[] {
  const guarded = sources.filter(({ path }) => !path.includes('.test.'))
  const homeless = guarded.filter(({ path }) => !(roomOf(path) in walls))
  return [
    ...homeless.map(({ path }) => `${path} is in a room that the table does not know`),
    ...guarded.flatMap(importsOf).flatMap((found) => objectionTo(found, walls)),
  ]
}

/** The room of a file: `src/domain/role.ts` is in `domain`, `src/app.ts` is `app`. */
export function roomOf(path: string): string {
  return moduleOf(path).split('/')[0] ?? ''
}

function objectionTo({ from, line, to, typeOnly }: Import, walls: Walls): readonly string[] {
  if (to === undefined) return [`${from}:${line} imports what it computes: name the file`]
  if (roomOf(from) === roomOf(to)) return []
  const allowed = Object.entries(walls)
    .filter(([row]) => covers(row, from))
    .flatMap(([, rooms]) => rooms)
  if (allowed.some((entry) => allows(entry, to, typeOnly))) return []
  const kind = typeOnly ? 'the types of ' : ''
  return [`${from}:${line} imports ${kind}${to}, but may import ${allowed.join(', ') || 'nobody'}`]
}

function allows(entry: string, to: string, typeOnly: boolean) {
  if (entry === 'everything') return true
  if (!entry.startsWith(TYPES_OF)) return covers(entry, to)
  return typeOnly && covers(entry.slice(TYPES_OF.length), to)
}

function covers(row: string, path: string) {
  const file = moduleOf(path)
  if (row.endsWith('*')) return file.startsWith(row.slice(0, -1))
  return file === row || file.startsWith(`${row}/`)
}

function moduleOf(path: string) {
  return path.replace(/^src\//, '').replace(/\.(?:tsx?|js)$/, '')
}
