import { withClient } from '../context.ts'
import { exitCodes } from '../failure.ts'
import { describeBatch } from '../show/describe-batch.ts'
import { writeDocument } from '../show/write-document.ts'
import type { AddCommand } from './command-adder.ts'

/** `roster batches show` */
export const addShow: AddCommand = (batches, perform) => {
  batches
    .command('show')
    .description('where a batch stands')
    .argument('<batch>', 'its id')
    .action((id: string, _flags, command) =>
      perform(command, (context) =>
        withClient(context, async (client) => {
          const batch = await client.batch(id)
          if (await writeDocument(context, batch)) return exitCodes.fine
          await context.terminal.write(describeBatch(context, batch))
          return exitCodes.fine
        }),
      ),
    )
}
