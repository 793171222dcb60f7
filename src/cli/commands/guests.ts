import type { AddCommand } from './command-adder.ts'
import { addGroup } from './group.ts'
import { listing } from './list.ts'

const list = listing({
  name: 'guests',
  head: ({ email, name, room, role, link }) => [email, name, room, role, link],
  cells: ({ email, name, room, role, link }) => [email, name, room, role, link],
})

/** `roster guests` */
export const addGuests: AddCommand = (program, perform) => {
  addGroup(program, perform, { name: 'guests', description: 'the guests of the company', list })
    .command('list')
    .description('all guests, with their rooms and personal links')
    .action((_flags, command) => perform(command, list))
}
