import { withClient } from '../context.ts'
import { exitCodes } from '../failure.ts'
import { writeDocument } from '../show/write-document.ts'
import type { AddCommand } from './command-adder.ts'

/** `roster password-link` */
export const addPasswordLink: AddCommand = (program, perform) => {
  program
    .command('password-link')
    .description(
      'a link by which a user chooses a password, once and within a day; it is not mailed',
    )
    .argument('<email>', 'the address of the user')
    .addHelpText('after', '\nExample:\n  roster password-link admin@example.org')
    .action((email: string, _flags, command) =>
      perform(command, (context) =>
        withClient(context, async (client) => {
          const { terminal, words } = context
          const created = await client.createPasswordLink(email)
          if (await writeDocument(context, created)) return exitCodes.fine
          terminal.say(words.toBeOpenedOnce)
          await terminal.write(`${created.link}\n`)
          return exitCodes.fine
        }),
      ),
    )
}
