import { withClient } from '../context.ts'
import { exitCodes } from '../failure.ts'
import { writeDocument } from '../show/write-document.ts'
import type { AddCommand } from './command-adder.ts'

/** `roster keys delete` */
export const addDelete: AddCommand = (keys, perform) => {
  keys
    .command('delete')
    .description('delete a key; the sessions that were opened with it end, too')
    .argument('<key>', 'its id, as “roster keys list” shows it')
    .action((id: string, _flags, command) =>
      perform(command, (context) =>
        withClient(context, async (client) => {
          await client.deleteKey(id)
          await writeDocument(context, { deleted: id })
          context.terminal.say(context.words.keyDeleted)
          return exitCodes.fine
        }),
      ),
    )
}
