import type { AddCommand } from './command-adder.ts'
import { inviteToInit } from '../serve/invite-to-init.ts'
import { serveUntilInterrupted } from '../serve/serve-until-interrupted.ts'

/** `roster serve` */
export const addServe: AddCommand = (program, perform) => {
  program
    .command('serve')
    .description('the server; Ctrl-C or SIGTERM ends it once running chunks are done')
    .addHelpText(
      'after',
      '\nIt listens at ROSTER_HOST and ROSTER_PORT; “roster --help” lists every variable.\n\nExample:\n  ROSTER_PORT=8080 ROSTER_PUBLIC_URL=https://roster.example.org roster serve --data /var/lib/roster',
    )
    .action((_flags, command) =>
      perform(command, (context) => serveUntilInterrupted(context, inviteToInit)),
    )
}
