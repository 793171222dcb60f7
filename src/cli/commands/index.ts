import { addBatches } from './batches.ts'
import type { AddCommand } from './command-adder.ts'
import { addDemo } from './demo.ts'
import { addExport } from './export.ts'
import { addGuests } from './guests.ts'
import { addImport } from './import.ts'
import { addInit } from './init.ts'
import { addKeys } from './keys.ts'
import { addMails } from './mails.ts'
import { addOperations } from './operations.ts'
import { addPasswordLink } from './password-link.ts'
import { addRooms } from './rooms.ts'
import { addRun } from './run.ts'
import { addServe } from './serve.ts'
import { addUsers } from './users.ts'

/** Everything that `roster` can do, in the order of its help. */
export const commands: readonly AddCommand[] = [
  addServe,
  addDemo,
  addInit,
  addOperations,
  addRun,
  addBatches,
  addUsers,
  addRooms,
  addGuests,
  addMails,
  addKeys,
  addPasswordLink,
  addExport,
  addImport,
]
