import { roomsAndRoles } from '../show/rooms-and-roles.ts'
import type { AddCommand } from './command-adder.ts'
import { addGroup } from './group.ts'
import { listing, searchOption, type ListDescription, type ListFlags } from './list.ts'

const described = {
  name: 'mails',
  head: ({ to, kind, state, subject, rooms }) => [to, kind, state, subject, rooms],
  cells: ({ to, kind, state, subject, rooms }) => [to, kind, state, subject, roomsAndRoles(rooms)],
} satisfies ListDescription<'mails'>

/** `roster mails` */
export const addMails: AddCommand = (program, perform) => {
  addGroup(program, perform, { name: 'mails', description: 'the outbox', list: listing(described) })
    .command('list')
    .description('all mails of the outbox, with what became of them')
    .addOption(searchOption())
    .action((flags: ListFlags, command) => perform(command, listing(described, flags)))
}
