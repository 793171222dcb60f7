import type { AddCommand } from './command-adder.ts'
import { addExampleCompany } from '../serve/add-example-company.ts'
import { serveUntilInterrupted } from '../serve/serve-until-interrupted.ts'

/** `roster demo` */
export const addDemo: AddCommand = (program, perform) => {
  program
    .command('demo')
    .description('the server with an example company: rooms, users and an administrator')
    .addHelpText(
      'after',
      '\nThe example company is added to an empty data folder only. While the server listens on this machine\nonly (as it does unless ROSTER_HOST says otherwise), everybody here can sign in to it without a key.\nROSTER_PORT chooses the port (0: any free one).',
    )
    .action((_flags, command) =>
      perform(command, (context) =>
        serveUntilInterrupted(context, addExampleCompany, { example: true }),
      ),
    )
}
