import { Option } from 'commander'
import { languages } from '../../domain/language.ts'
import type { Language } from '../../domain/language.ts'
import { withClient } from '../context.ts'
import { exitCodes, usageFailure } from '../failure.ts'
import { plain } from '../show/plain.ts'
import { writeDocument } from '../show/write-document.ts'
import type { AddCommand } from './command-adder.ts'

interface InitFlags {
  readonly admin: string
  readonly language?: Language
}

/** `roster init`; the company's name comes by the option that every command takes. */
export const addInit: AddCommand = (program, perform) => {
  program
    .command('init')
    .description(
      'the first company and its first administrator: a link to sign in by, and an API key, shown this once',
    )
    .usage('--company NAME --admin EMAIL [options]')
    .requiredOption('--admin <email>', 'the address of the first administrator')
    .addOption(
      new Option('--language <language>', 'of the company and its mails (default: en)').choices(
        languages,
      ),
    )
    .addHelpText(
      'after',
      '\nExample:\n  roster init --company "Example" --admin admin@example.org --language de',
    )
    .action(({ admin, language }: InitFlags, command) =>
      perform(command, async (context) => {
        const { terminal, flags, words } = context
        const { company: name } = flags
        if (name === undefined) throw usageFailure(words.companyMissing)
        // The company is not there yet, so it cannot be the one to act in.
        const { company: _, ...others } = flags
        return await withClient({ ...context, flags: others }, async (client) => {
          const created = await client.createCompany({ name, admin, language })
          if (await writeDocument(context, created)) return exitCodes.fine
          terminal.say(words.companyMade(plain(created.company.name), plain(created.admin)))
          terminal.say(words.openOnce(created.link))
          terminal.say(words.keyShownOnce)
          await terminal.write(`${created.key}\n`)
          return exitCodes.fine
        })
      }),
    )
}
