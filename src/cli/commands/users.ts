import { roomsAndRoles } from '../show/rooms-and-roles.ts'
import type { AddCommand } from './command-adder.ts'
import { addGroup } from './group.ts'
import { listing, searchOption, type ListDescription, type ListFlags } from './list.ts'
import { addExport } from './users-export.ts'

const described = {
  name: 'users',
  head: ({ email, name, status, rooms }) => [email, name, status, rooms],
  cells: ({ email, firstName, lastName, status, rooms }) => [
    email,
    `${firstName} ${lastName}`.trim(),
    status,
    roomsAndRoles(rooms),
  ],
} satisfies ListDescription<'users'>

/** `roster users` */
export const addUsers: AddCommand = (program, perform, words) => {
  const users = addGroup(program, perform, {
    name: 'users',
    description: 'the users of the company',
    list: listing(described),
  })
  users
    .command('list')
    .description('all users, with their status, permissions and rooms')
    .addOption(searchOption())
    .action((flags: ListFlags, command) => perform(command, listing(described, flags)))
  addExport(users, perform, words)
}
