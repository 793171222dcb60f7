import { Option } from 'commander'
import type { Command } from 'commander'
import type { Wishes } from '../run/finish.ts'
import { openReportFile } from '../run/report-file.ts'
import type { Sentences } from '../sentences.ts'

/** The flags of `run` and `resume` that say what a person wants to have of the end. */
export interface WishFlags {
  readonly report?: string
  readonly only?: 'problems' | 'all'
  readonly rows?: 'problems' | 'all'
}

export function addWishes(command: Command): Command {
  return command
    .option('--report <file>', 'every row’s result, as .csv or .xlsx')
    .addOption(
      new Option('--only <rows>', 'the rows of the report (default: all)').choices([
        'problems',
        'all',
      ]),
    )
    .addOption(
      new Option('--rows <rows>', 'the rows of the JSON document (default: problems)').choices([
        'problems',
        'all',
      ]),
    )
}

/** @throws Failure usage, when the report could not be written */
export async function readWishes(
  { report, only = 'all', rows = 'problems' }: WishFlags,
  words: Sentences,
): Promise<Wishes> {
  return {
    report: report === undefined ? null : await openReportFile(report, words),
    reportRows: only,
    rows,
  }
}
