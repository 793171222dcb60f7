import type { OperationDescription } from '../../../src/http/contract/operation.ts'
import type { Language } from '../../../src/domain/language.ts'

/**
 * The example with its header, as spreadsheets copy a range: pasted into one it fills its cells, and pasted
 * as plain text it is understood.
 */
export function exampleCells(
  { fields, examples }: OperationDescription,
  language: Language,
): string {
  const header = fields.map(({ label }) => label[language])
  return [header, ...examples].map((cells) => cells.join('\t')).join('\n')
}
