import packageJson from '../../../package.json' with { type: 'json' }
import { exitCodes, usageFailure } from '../failure.ts'
import { moving, placeOf } from '../move/moving.ts'
import { writeDocument } from '../show/write-document.ts'
import type { AddCommand } from './command-adder.ts'

/** `roster export` */
export const addExport: AddCommand = (program, perform) => {
  program
    .command('export')
    .description('the whole installation, its key included, into one file: a backup, or to move')
    .argument('<file>', 'to be written, for its owner only')
    .option('--force', 'replace the file where there is one')
    .addHelpText('after', help)
    .action((file: string, { force = false }: { readonly force?: boolean }, command) =>
      perform(command, async (context) => {
        const { terminal, words } = context
        if (file === '-') throw usageFailure(words.moving.noStandardOutput)
        const { exportInstallation } = await import('../../transfer/export-installation.ts')
        const { version } = packageJson
        const about = { from: placeOf(context), file, force, version, now: new Date() }
        const { manifest, bytes } = await moving(context, words.moving.exporting, (transfer) =>
          exportInstallation({ ...about, ...transfer }),
        )
        if (await writeDocument(context, { file, bytes, ...manifest })) return exitCodes.fine
        const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
        terminal.say(words.moving.exported(file, rows, bytes))
        terminal.say(words.moving.filesStay)
        return exitCodes.fine
      }),
    )
}

const help = `
Everything is as it was at one instant; the server may run meanwhile. The file opens every link that
was mailed: keep it as you keep a password.

Examples:
  roster export roster.zip --data /var/lib/roster
  ROSTER_DATABASE_URL=postgres://… ROSTER_SECRET=… roster export roster.zip`
