import { tokenFormat } from './token-format.ts'

/** What the cookie of a session holds. */
export const sessionToken = tokenFormat('roster_session_')
