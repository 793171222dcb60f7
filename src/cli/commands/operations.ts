import { withClient } from '../context.ts'
import type { Context } from '../context.ts'
import type { OperationDescription } from '../../http/contract/operation.ts'
import { exitCodes } from '../failure.ts'
import { writeDocument } from '../show/write-document.ts'
import type { AddCommand } from './command-adder.ts'

/** `roster operations` */
export const addOperations: AddCommand = (program, perform) => {
  program
    .command('operations')
    .description('the operations, their fields and examples')
    .action((_flags, command) =>
      perform(command, (context) =>
        withClient(context, async (client) => {
          const operations = await client.operations()
          if (await writeDocument(context, operations)) return exitCodes.fine
          await context.terminal.write(operations.map((one) => described(context, one)).join('\n'))
          return exitCodes.fine
        }),
      ),
    )
}

function described(
  { language, words }: Context,
  { operation, label, summary, fields, examples }: OperationDescription,
): string {
  return `${operation}  (${label[language]})
  ${summary[language]}
  ${words.fieldsInOrder}: ${fields.map(({ field }) => field).join(', ')}
${examples.map((cells) => `    ${cells.map(quoted).join(',')}`).join('\n')}
`
}

function quoted(cell: string): string {
  return /[",\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
