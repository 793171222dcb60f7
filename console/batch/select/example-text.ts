import type { OperationDescription } from '../../../src/http/contract/operation.ts'

/** The example rows as a person types them: separated by commas, in positional order, without a header. */
export function exampleText({ examples }: OperationDescription): string {
  return examples.map((cells) => cells.map(quoted).join(',')).join('\n')
}

function quoted(cell: string): string {
  return /[",\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
