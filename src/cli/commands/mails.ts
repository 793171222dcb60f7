import { roomsAndRoles } from '../show/rooms-and-roles.ts'
import type { AddCommand } from './command-adder.ts'
import { addGroup } from './group.ts'
import { listing } from './list.ts'

const list = listing({
  name: 'mails',
  head: ({ to, kind, state, subject, rooms }) => [to, kind, state, subject, rooms],
  cells: ({ to, kind, state, subject, rooms }) => [to, kind, state, subject, roomsAndRoles(rooms)],
})

/** `roster mails` */
export const addMails: AddCommand = (program, perform) => {
  addGroup(program, perform, { name: 'mails', description: 'the outbox', list })
    .command('list')
    .description('all mails of the outbox, with what became of them')
    .action((_flags, command) => perform(command, list))
}
