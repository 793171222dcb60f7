import vm from 'node:vm'
import { packageFile } from './package-file.ts'

/** A text, and the cells that the parser papaparse reads from it. */
export interface ParserTest {
  readonly description: string
  readonly input: string
  readonly config?: { readonly delimiter?: string } & Readonly<Record<string, unknown>>
  readonly expected: {
    readonly data: readonly (readonly string[])[]
    readonly errors: readonly unknown[]
  }
}

/** The tests of the parser itself, from the package’s own test file: it is run with nothing but its table. */
export async function papaparseTests(): Promise<readonly ParserTest[]> {
  const source = (await packageFile('papaparse', 'tests/test-cases.js')).toString()
  const beginning = source.indexOf('var CORE_PARSER_TESTS = [')
  const end = source.indexOf('\n];', beginning)
  const constants = { RECORD_SEP: '\u001E', UNIT_SEP: '\u001F' }
  // Copied out as JSON: what another context made is never equal to what this one makes.
  const table = `${source.slice(beginning, end)}\n]; JSON.stringify(CORE_PARSER_TESTS)`
  return JSON.parse(String(vm.runInNewContext(table, constants)))
}
