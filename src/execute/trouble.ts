import { sqlState } from '../directory/sql-state.ts'

/** Did the connection, or the server behind it, go away, or was there none to have? Then the job is tried again. */
export function isConnectionTrouble(error: unknown): boolean {
  const code = sqlState(error)
  if (code === undefined) {
    return error instanceof Error && /connect|terminated/i.test(error.message)
  }
  return (
    code.startsWith('08') ||
    code.startsWith('57P') ||
    code === tooManyConnections ||
    code === idledInTransaction ||
    /^E[A-Z]+$/.test(code)
  )
}

const tooManyConnections = '53300'
// This process hung for long, and has lost its transaction for it.
const idledInTransaction = '25P03'

/** Why a batch failed, as a code. */
export function causeOf(error: unknown): string {
  return sqlState(error) === '53100' ? 'storage-full' : 'unexpected'
}
