import { Option } from 'commander'
import { languages } from '../../domain/language.ts'
import { sourceEncodings } from '../../domain/source-encodings.ts'
import { exitCodesHelp } from '../program-help.ts'
import { runOperation } from '../run/run-operation.ts'
import type { RunRequest } from '../run/run-operation.ts'
import type { AddCommand } from './command-adder.ts'
import { addWishes, readWishes } from './wishes.ts'
import type { WishFlags } from './wishes.ts'

type RunFlags = Partial<Omit<RunRequest, 'operation' | 'source' | 'wishes'>> & WishFlags

const collect = (value: string, previous: readonly string[] = []) => [...previous, value]

/** `roster run` */
export const addRun: AddCommand = (program, perform) => {
  const run = program
    .command('run')
    .description('map, verify and execute an operation with a file')
    .argument('<operation>', 'its name; “roster operations” lists them')
    .argument('[file]', 'CSV, TSV, text, XLSX or ODS; - or nothing: standard input')
    .option('--verify', 'stop after the verification')
    .option('--skip-errors', 'execute the good rows although others have problems')
    .option('--hold-mails', 'its mails wait until somebody releases them')
    .option('--yes', 'ask nothing; also confirms many deletions or mails')
    .option('--accept-suggestions', 'correct what is nearly right as suggested, and verify again')
    .option('--map <field=column>', 'the column of a field: its header, or #1; repeatable', collect)
    .option('--ignore <column>', 'a column that no field may use; repeatable', collect)
    .option('--full-name <column>', 'a column of full names, to be split into first and last name')
    .option('--no-full-name', 'no column is split')
    .option('--as-before', 'map the columns as somebody mapped the same ones the last time')
    .option('--header', 'the first row is a header')
    .option('--no-header', 'the first row is data')
    .option('--delimiter <character>', 'what separates the cells: , ; | tab')
    .option('--encoding <name>', sourceEncodings.join(', '))
    .option('--sheet <name>', 'the sheet of a workbook')
    .option('--first-line <number>', 'where the header, or the first row, stands')
    .option('--all-rows', 'of a report that is brought again, the rows that are done as well')
    .addOption(
      new Option(
        '--language <language>',
        'of the people who are invited (default: the company’s)',
      ).choices(languages),
    )
  addWishes(run)
    .addHelpText('after', help)
    .action((operation: string, source: string | undefined, flags: RunFlags, command) =>
      perform(command, async (context) => {
        const wishes = await readWishes(flags, context.words)
        return await runOperation(context, {
          ...flags,
          operation,
          source,
          verify: flags.verify ?? false,
          skipErrors: flags.skipErrors ?? false,
          holdMails: flags.holdMails ?? false,
          yes: flags.yes ?? false,
          acceptSuggestions: flags.acceptSuggestions ?? false,
          map: flags.map ?? [],
          ignore: flags.ignore ?? [],
          wishes,
        })
      }),
    )
}

const help = `
What is not said with a flag is found by looking, and shown. Fields of --map are named as in the
JSON document: email firstName lastName rooms role name sendMail. A mapping that was said with flags
is remembered for the same columns once the rows are verified, and used again with --as-before.

Examples:
  roster run invite-users people.csv
  roster run invite-and-assign-users staff.xlsx --sheet Berlin --language de
  roster run assign-users-to-rooms roles.csv --no-header --map email=#3 --map rooms=#1
  roster run delete-users leavers.csv --verify --report problems.csv --only problems
  roster run delete-users problems.csv         (corrected: what is done is not taken again)
  cut -d, -f1 people.csv | roster run remove-users-from-rooms - --yes --json

Ctrl-C stops at the next chunk and says how to go on; a second one leaves at once. Neither loses
or repeats a row.
${exitCodesHelp}`
