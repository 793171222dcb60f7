import { Option } from 'commander'
import { withClient } from '../context.ts'
import { exitCodes, usageFailure } from '../failure.ts'
import { finish } from '../run/finish.ts'
import { openReportFile, reportFormats } from '../run/report-file.ts'
import type { ReportFormat } from '../run/report-file.ts'
import { writeBatch } from '../show/write-batch.ts'
import type { AddCommand } from './command-adder.ts'

interface ReportFlags {
  readonly only?: 'problems' | 'all'
  readonly format?: ReportFormat
}

/** `roster batches report` */
export const addReport: AddCommand = (batches, perform) => {
  batches
    .command('report')
    .description('every row’s result; with --json and no file, as the rows of the JSON document')
    .argument('<batch>', 'its id')
    .argument('[file]', 'ends in .csv or .xlsx (default: CSV on standard output)')
    .addOption(new Option('--only <rows>', 'default: all').choices(['problems', 'all']))
    .addOption(
      new Option('--format <format>', 'without a file (default: csv)').choices(reportFormats),
    )
    .addHelpText(
      'after',
      '\nExamples:\n  roster batches report ID report.xlsx\n  roster batches report ID --only problems > problems.csv',
    )
    .action((id: string, file: string | undefined, flags: ReportFlags, command) =>
      perform(command, async (context) => {
        const { terminal, words } = context
        const { only: rows = 'all', format = 'csv' } = flags
        const isJson = context.flags.json === true
        if (file === undefined && format === 'xlsx' && (isJson || terminal.showsData)) {
          throw usageFailure(words.workbookNeedsFile)
        }
        const report = file === undefined ? null : await openReportFile(file, words)
        try {
          return await withClient(context, async (client) => {
            if (report === null && !isJson) {
              for await (const chunk of await client.report(id, { format, rows })) {
                if (terminal.isClosed) break
                await terminal.write(chunk)
              }
              return exitCodes.fine
            }
            const batch = await client.batch(id)
            if (report === null) await writeBatch(context, client, { batch, rows })
            else {
              const wishes = { report, reportRows: rows, rows: 'problems' as const }
              await finish(context, client, { batch, exit: exitCodes.fine, wishes })
            }
            return exitCodes.fine
          })
        } finally {
          await report?.abandon()
        }
      }),
    )
}
