import type { Command } from 'commander'
import { nearest } from '../../domain/nearest.ts'
import type { Task } from '../context.ts'
import { usageFailure } from '../failure.ts'
import type { Perform } from './command-adder.ts'

/** A group of commands that lists its things when none of its commands is named. */
export function addGroup(
  program: Command,
  perform: Perform,
  group: { readonly name: string; readonly description: string; readonly list: Task },
): Command {
  const command = program.command(group.name).description(group.description)
  command.allowExcessArguments().action((_flags: unknown, command: Command) =>
    perform(command, (context) => {
      const [unknown] = command.args
      if (unknown === undefined) return group.list(context)
      const names = command.commands.map((command) => command.name())
      const near = nearest(unknown, names)
      throw usageFailure(context.words.unknownCommand(unknown, near, names.join(', ')))
    }),
  )
  return command
}
