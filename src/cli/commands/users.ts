import { roomsAndRoles } from '../show/rooms-and-roles.ts'
import type { AddCommand } from './command-adder.ts'
import { addGroup } from './group.ts'
import { listing } from './list.ts'

const list = listing({
  name: 'users',
  head: ({ email, name, status, rooms }) => [email, name, status, rooms],
  cells: ({ email, firstName, lastName, status, rooms }) => [
    email,
    `${firstName} ${lastName}`.trim(),
    status,
    roomsAndRoles(rooms),
  ],
})

/** `roster users` */
export const addUsers: AddCommand = (program, perform) => {
  addGroup(program, perform, { name: 'users', description: 'the users of the company', list })
    .command('list')
    .description('all users, with their status, permissions and rooms')
    .action((_flags, command) => perform(command, list))
}
