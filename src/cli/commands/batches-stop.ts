import { isAtRest } from '../../domain/batch.ts'
import { commandHere } from '../command-here.ts'
import { withClient } from '../context.ts'
import { exitCodes } from '../failure.ts'
import { writeDocument } from '../show/write-document.ts'
import type { AddCommand } from './command-adder.ts'

/** `roster batches stop` */
export const addStop: AddCommand = (batches, perform) => {
  batches
    .command('stop')
    .description('stop a batch at its next chunk; “resume” goes on')
    .argument('<batch>', 'its id')
    .action((id: string, _flags, command) =>
      perform(command, (context) =>
        withClient(context, async (client) => {
          const { terminal, words } = context
          const batch = await client.stop(id)
          await writeDocument(context, batch)
          if (isAtRest(batch.state)) terminal.say(words.isAtRest(batch.batch, batch.state))
          else terminal.say(words.stopAsked(batch.batch))
          if (batch.state !== 'done')
            terminal.say(words.goOn(commandHere(context.flags), batch.batch))
          return exitCodes.fine
        }),
      ),
    )
}
