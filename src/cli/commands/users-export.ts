import { withClient } from '../context.ts'
import { exitCodes } from '../failure.ts'
import type { AddCommand } from './command-adder.ts'

/** `roster users export` */
export const addExport: AddCommand = (users, perform) => {
  users
    .command('export')
    .description('all that is known about a user, as a JSON document on standard output')
    .argument('<email>', 'their address')
    .addHelpText('after', '\nExample:\n  roster users export ada@example.org > ada.json')
    .action((email: string, _flags: unknown, command) =>
      perform(command, (context) =>
        withClient(context, async (client) => {
          for await (const chunk of await client.personalData(email)) {
            if (context.terminal.isClosed) break
            await context.terminal.write(chunk)
          }
          return exitCodes.fine
        }),
      ),
    )
}
