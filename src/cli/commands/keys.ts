import type { AddCommand } from './command-adder.ts'
import { addGroup } from './group.ts'
import { addCreate } from './keys-create.ts'
import { addDelete } from './keys-delete.ts'
import { listKeys } from './keys-list.ts'

/** `roster keys` */
export const addKeys: AddCommand = (program, perform, words) => {
  const keys = addGroup(program, perform, {
    name: 'keys',
    description: 'the API keys of whoever acts',
    list: listKeys,
  })
  keys
    .command('list')
    .description('all keys, with what they may, until when, and when they were last used')
    .action((_flags, command) => perform(command, listKeys))
  for (const add of [addCreate, addDelete]) add(keys, perform, words)
}
