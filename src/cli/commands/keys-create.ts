import { Option } from 'commander'
import { allPermissions, type Permission } from '../../domain/permission.ts'
import { withClient } from '../context.ts'
import { exitCodes, usageFailure } from '../failure.ts'
import type { Sentences } from '../sentences.ts'
import { writeDocument } from '../show/write-document.ts'
import type { AddCommand } from './command-adder.ts'

interface CreateFlags {
  readonly name: string
  readonly permission?: readonly Permission[]
  readonly expires?: string
}

/** `roster keys create` */
export const addCreate: AddCommand = (keys, perform) => {
  keys
    .command('create')
    .description('a new API key of whoever acts; it is shown this once, on standard output')
    .requiredOption('--name <name>', 'what it is for')
    .addOption(
      new Option(
        '--permission <permission...>',
        'what it may, of what its user may (default: everything, now and later)',
      ).choices(allPermissions),
    )
    .option('--expires <date>', 'its last day, such as 2027-01-31 (default: it does not expire)')
    .addHelpText(
      'after',
      '\nExamples:\n  roster keys create --name laptop\n  roster keys create --name dashboard --permission list-all-users --expires 2027-01-31\n  ROSTER_API_KEY=$(roster keys create --name nightly --as ada@example.org)',
    )
    .action(({ name, permission, expires }: CreateFlags, command) =>
      perform(command, (context) => {
        const { terminal, words } = context
        const expiresAt = expires === undefined ? null : endOf(expires, words)
        return withClient(context, async (client) => {
          const permissions = permission === undefined ? null : [...permission]
          const created = await client.createKey({ name, permissions, expiresAt })
          if (await writeDocument(context, created)) return exitCodes.fine
          terminal.say(words.keyShownOnce)
          await terminal.write(`${created.key}\n`)
          return exitCodes.fine
        })
      }),
    )
}

/**
 * The moment at which a day ends where the command runs.
 * @throws Failure usage, for what is no day
 */
function endOf(text: string, words: Sentences): string {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []
  const date = new Date(Number(year), Number(month) - 1, Number(day))
  // The 31st of February would be a day in March.
  if (year === '' || date.getDate() !== Number(day)) throw usageFailure(words.noDate(text))
  date.setDate(date.getDate() + 1)
  return date.toISOString()
}
