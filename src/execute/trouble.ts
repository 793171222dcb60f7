import { sqlState } from '../directory/sql-state.ts'

/** Did the connection, or the server behind it, go away? Then the job is tried again. */
export function isConnectionTrouble(error: unknown): boolean {
  const code = sqlState(error)
  if (code === undefined) {
    return error instanceof Error && /connection|terminated/i.test(error.message)
  }
  return code.startsWith('08') || code.startsWith('57P') || /^E[A-Z]+$/.test(code)
}

/** Why a batch failed, as a code. */
export function causeOf(error: unknown): string {
  return sqlState(error) === '53100' ? 'storage-full' : 'unexpected'
}
