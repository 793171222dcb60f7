import { exitCodes, usageFailure } from '../failure.ts'
import type { Context } from '../context.ts'
import { moving, placeOf } from '../move/moving.ts'
import { writeDocument } from '../show/write-document.ts'
import type { AddCommand } from './command-adder.ts'

interface ImportFlags {
  readonly check?: boolean
  readonly deliver?: boolean
  readonly showKey?: boolean
}

/** `roster import` */
export const addImport: AddCommand = (program, perform) => {
  program
    .command('import')
    .description('an export into an empty data folder, or into the database of ROSTER_DATABASE_URL')
    .argument('<file>', 'that “roster export” has written')
    .option('--check', 'only read the file, and say whether it is whole')
    .option(
      '--deliver',
      'mails that had not left, leave: the other installation is stopped for good',
    )
    .option('--show-key', 'print the installation’s key, for ROSTER_SECRET of the other servers')
    .addHelpText('after', help)
    .action((file: string, { check, ...flags }: ImportFlags, command) =>
      perform(command, (context) =>
        check === true ? checkFile(context, file) : importFile(context, file, flags),
      ),
    )
}

async function checkFile(context: Context, file: string): Promise<number> {
  const { words } = context
  const { checkExport } = await import('../../transfer/check-export.ts')
  const manifest = await moving(context, words.moving.checking, (transfer) =>
    checkExport({ file, ...transfer }),
  )
  if (await writeDocument(context, { file, ...manifest })) return exitCodes.fine
  const { at, version } = manifest
  context.terminal.say(words.moving.whole(file, rowsOf(manifest), at, version))
  return exitCodes.fine
}

async function importFile(
  context: Context,
  file: string,
  { deliver = false, showKey = false }: ImportFlags,
): Promise<number> {
  const { terminal, config, words } = context
  if (showKey && context.flags.json === true) throw usageFailure(words.moving.keyIsNoDocument)
  const { importInstallation } = await import('../../transfer/import-installation.ts')
  const to = placeOf(context)
  const imported = await moving(context, words.moving.importing, (transfer) =>
    importInstallation({ file, to, deliver, ...transfer }),
  )
  const { key, ...manifest } = imported.manifest
  const { held, withdrawn, queued, batches, keyFile } = imported
  const document = { file, held, withdrawn, queued, batches, keyFile, ...manifest }
  if (await writeDocument(context, document)) return exitCodes.fine
  const { moving: said } = words
  terminal.say(said.imported(rowsOf(manifest)))
  if (held > 0) terminal.say(said.held(held))
  if (withdrawn > 0) terminal.say(said.withdrawn(withdrawn))
  if (queued > 0) terminal.say(said.queued(queued))
  if (batches > 0) terminal.say(said.goOn(batches))
  if (keyFile !== null) {
    terminal.say(config.databaseUrl === null ? said.keyIn(keyFile) : said.keyForOthers(keyFile))
  }
  if (showKey) await terminal.write(`${key}\n`)
  return exitCodes.fine
}

function rowsOf({ tables }: { readonly tables: readonly { readonly rows: number }[] }): number {
  return tables.reduce((sum, { rows }) => sum + rows, 0)
}

const help = `
All of it or nothing. What was mailed still opens, sessions and API keys still work, and batches that
were being executed go on when the server starts. Mails that had not left wait until somebody releases
them, so that none is sent twice; those for new passwords are withdrawn.

Examples:
  roster import roster.zip --check
  roster import roster.zip --data /var/lib/roster-new
  ROSTER_DATABASE_URL=postgres://… roster import roster.zip`
