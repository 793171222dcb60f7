import type { AddCommand } from './command-adder.ts'
import { addGroup } from './group.ts'
import { listing, searchOption, type ListDescription, type ListFlags } from './list.ts'

const described = {
  name: 'guests',
  head: ({ email, name, room, role, link }) => [email, name, room, role, link],
  cells: ({ email, name, room, role, link }) => [email, name, room, role, link],
} satisfies ListDescription<'guests'>

/** `roster guests` */
export const addGuests: AddCommand = (program, perform) => {
  addGroup(program, perform, {
    name: 'guests',
    description: 'the guests of the company',
    list: listing(described),
  })
    .command('list')
    .description('all guests, with their rooms and personal links')
    .addOption(searchOption())
    .action((flags: ListFlags, command) => perform(command, listing(described, flags)))
}
