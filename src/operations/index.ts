import { RequestError } from '../domain/request-error.ts'
import { assignUsersToRooms } from './assign-users-to-rooms.ts'
import { deleteUsers } from './delete-users.ts'
import { inviteAndAssignUsers } from './invite-and-assign-users.ts'
import { inviteGuests } from './invite-guests.ts'
import { inviteUsers } from './invite-users.ts'
import type { Operation } from './operation.ts'
import { removeUsersFromRooms } from './remove-users-from-rooms.ts'

/** The registry: verification, execution, API, command line and console know no operation but these. */
export const operations: readonly Operation[] = [
  inviteUsers,
  deleteUsers,
  assignUsersToRooms,
  removeUsersFromRooms,
  inviteAndAssignUsers,
  inviteGuests,
]

/** @throws RequestError `unknown-operation` */
export function operationNamed(name: string): Operation {
  const operation = operations.find((operation) => operation.name === name)
  if (operation !== undefined) return operation
  throw new RequestError('unknown-operation', {
    operation: name,
    operations: operations.map(({ name }) => name).join(', '),
  })
}
