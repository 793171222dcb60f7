import { Option } from 'commander'
import { roles } from '../../domain/role.ts'
import { withClient } from '../context.ts'
import { exitCodes } from '../failure.ts'
import { plain } from '../show/plain.ts'
import { writeDocument } from '../show/write-document.ts'
import type { AddCommand } from './command-adder.ts'
import { addGroup } from './group.ts'
import { listing, searchOption, type ListDescription, type ListFlags } from './list.ts'

const described = {
  name: 'rooms',
  head: ({ name, defaultRole, users, guests }) => [name, defaultRole, users, guests],
  cells: ({ name, defaultRole, users, guests }) => [name, defaultRole, users, guests],
  right: [2, 3],
} satisfies ListDescription<'rooms'>

interface CreateFlags {
  readonly defaultRole?: string
}

/** `roster rooms` */
export const addRooms: AddCommand = (program, perform) => {
  const rooms = addGroup(program, perform, {
    name: 'rooms',
    description: 'the rooms of the company',
    list: listing(described),
  })
  rooms
    .command('list')
    .description('all rooms, with the numbers of their users and guests')
    .addOption(searchOption())
    .action((flags: ListFlags, command) => perform(command, listing(described, flags)))
  rooms
    .command('create')
    .description('a new room')
    .argument('<name>', 'its name; case counts')
    .addOption(
      new Option(
        '--default-role <role>',
        'the role of users without one of their own in the room (default: none)',
      ).choices(roles),
    )
    .addHelpText(
      'after',
      '\nExamples:\n  roster rooms create "room 1"\n  roster rooms create Foyer --default-role Spectator',
    )
    .action((name: string, flags: CreateFlags, command) =>
      perform(command, (context) =>
        withClient(context, async (client) => {
          const room = await client.createRoom(name, flags.defaultRole ?? null)
          await writeDocument(context, room)
          context.terminal.say(context.words.roomMade(plain(room.name)))
          return exitCodes.fine
        }),
      ),
    )
}
