import { posix } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'
import type { Source } from './sources.ts'

/** One import of a file of the project by another. */
export interface Import {
  readonly from: string
  readonly line: number
  /** The path of the imported file from the root; `undefined` where it is computed and nobody can tell. */
  readonly to: string | undefined
  /** Whether nothing is loaded for it when the program runs. */
  readonly typeOnly: boolean
}

interface Reference {
  readonly start: number
  readonly specifier: string | undefined
  readonly typeOnly: boolean
}

/**
 * All imports of the project's own files: static, dynamic and re-exports, types, and the files that are named by
 * `new URL('./x.ts', import.meta.url)`, as workers are.
 *
 * @throws {Error} when the file cannot be parsed: what cannot be read must not pass as innocent
 */
export function importsOf({ path, text }: Source): readonly Import[] {
  const { program, errors } = parseSync(path, text)
  if (errors[0]) throw new Error(`${path} cannot be parsed: ${errors[0].message}`)
  return referencesIn(program)
    .filter(({ specifier }) => specifier === undefined || /^\.{1,2}\//.test(specifier))
    .map(({ start, specifier, typeOnly }) => ({
      from: path,
      line: text.slice(0, start).split('\n').length,
      to: specifier === undefined ? undefined : posix.join(posix.dirname(path), specifier),
      typeOnly,
    }))
}

type Program = ReturnType<typeof parseSync>['program']

function referencesIn(program: Program): readonly Reference[] {
  const found: Reference[] = []
  new Visitor({
    ImportDeclaration: ({ start, source, importKind }) => {
      found.push({ start, specifier: source.value, typeOnly: importKind === 'type' })
    },
    ExportAllDeclaration: ({ start, source, exportKind }) => {
      found.push({ start, specifier: source.value, typeOnly: exportKind === 'type' })
    },
    ExportNamedDeclaration: ({ start, source, exportKind }) => {
      if (source) found.push({ start, specifier: source.value, typeOnly: exportKind === 'type' })
    },
    TSImportType: ({ start, source }) => {
      found.push({ start, specifier: source.value, typeOnly: true })
    },
    ImportExpression: ({ start, source }) => {
      found.push({ start, specifier: textOf(source), typeOnly: false })
    },
    NewExpression: ({ start, callee, arguments: [file] }) => {
      const specifier = textOf(file)
      const isModule =
        callee.type === 'Identifier' && callee.name === 'URL' && specifier?.endsWith('.ts')
      if (isModule) found.push({ start, specifier, typeOnly: false })
    },
  }).visit(program)
  return found
}

function textOf(node: { readonly type: string; readonly value?: unknown } | undefined) {
  return node?.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined
}
