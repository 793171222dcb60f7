import { Option } from 'commander'
import type { Lists } from '../client.ts'
import { withClient } from '../context.ts'
import type { Context, Task } from '../context.ts'
import { exitCodes } from '../failure.ts'
import type { Sentences } from '../sentences.ts'
import { table } from '../show/table.ts'
import { writeArray } from '../show/write-array.ts'

/** How a list is shown to people. */
export interface ListDescription<Name extends keyof Lists> {
  readonly name: Name
  readonly head: (columns: Sentences['columns']) => readonly string[]
  readonly cells: (item: Lists[Name], context: Context) => readonly (string | number | null)[]
  /** Columns with numbers, counted from 0. */
  readonly right?: readonly number[]
}

/** What a person may want of a list. */
export interface ListFlags {
  readonly search?: string
}

/** The option of lists that are searched. */
export function searchOption(): Option {
  return new Option('--search <text>', 'only what contains this, whatever its case')
}

/** A command that prints a list: as a JSON array that grows with the pages, or as a table. */
export function listing<Name extends keyof Lists>(
  description: ListDescription<Name>,
  flags: ListFlags = {},
): Task {
  return (context) =>
    withClient(context, async (client) => {
      if (context.flags.json === true) {
        await writeArray(context.terminal, client.list(description.name, flags))
        await context.terminal.write('\n')
      } else {
        await writeTable(context, client.list(description.name, flags), description)
      }
      return exitCodes.fine
    })
}

async function writeTable<Name extends keyof Lists>(
  context: Context,
  pages: AsyncIterable<readonly Lists[Name][]>,
  { name, head, cells, right }: ListDescription<Name>,
): Promise<void> {
  const { terminal, words } = context
  const rows: (readonly (string | number | null)[])[] = []
  for await (const page of pages) {
    rows.push(...page.map((item) => cells(item, context)))
  }
  if (rows.length === 0) return terminal.say(words.nothing(words.things[name]))
  const text = table({ head: head(words.columns), rows, ...(right && { right }) })
  await terminal.write(`${text}\n`)
}
