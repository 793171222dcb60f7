import { Option } from 'commander'
import { serverRoles, type ServerRole } from '../../domain/server-role.ts'
import type { AddCommand } from './command-adder.ts'
import { inviteToInit } from '../serve/invite-to-init.ts'
import { serveUntilInterrupted } from '../serve/serve-until-interrupted.ts'

/** `roster serve` */
export const addServe: AddCommand = (program, perform) => {
  program
    .command('serve')
    .description('the server; Ctrl-C or SIGTERM ends it once running chunks are done')
    .addOption(
      new Option('--role <role>', 'what this server does of several on one ROSTER_DATABASE_URL')
        .choices(serverRoles)
        .default('all'),
    )
    .addHelpText('after', help)
    .action(({ role }: { readonly role: ServerRole }, command) =>
      perform(command, (context) => serveUntilInterrupted(context, inviteToInit, { role })),
    )
}

const help = `
It listens at ROSTER_HOST and ROSTER_PORT; “roster --help” lists every variable.

Roles:
  web     answers people and programs; what is to be executed or delivered, others do
  worker  executes batches and delivers mails; at its port are only /health, /ready and /metrics
  all     both; without ROSTER_DATABASE_URL it is the only one

Examples:
  ROSTER_PORT=8080 ROSTER_PUBLIC_URL=https://roster.example.org roster serve --data /var/lib/roster
  ROSTER_DATABASE_URL=postgres://… ROSTER_SECRET=… roster serve --role worker`
