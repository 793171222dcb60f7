import { withClient } from '../context.ts'
import { exitCodes } from '../failure.ts'
import { writeDocument } from '../show/write-document.ts'
import type { AddCommand } from './command-adder.ts'

/** `roster keys` */
export const addKeys: AddCommand = (program, perform) => {
  program
    .command('keys')
    .description('API keys')
    .command('create')
    .description('a new API key of whoever acts; it is shown this once, on standard output')
    .requiredOption('--name <name>', 'what it is for')
    .addHelpText(
      'after',
      '\nExamples:\n  roster keys create --name laptop\n  ROSTER_API_KEY=$(roster keys create --name nightly --as ada@example.org)',
    )
    .action(({ name }: { readonly name: string }, command) =>
      perform(command, (context) =>
        withClient(context, async (client) => {
          const { terminal, words } = context
          const created = await client.createKey(name)
          if (await writeDocument(context, created)) return exitCodes.fine
          terminal.say(words.keyShownOnce)
          await terminal.write(`${created.key}\n`)
          return exitCodes.fine
        }),
      ),
    )
}
