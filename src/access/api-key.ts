import { tokenFormat } from './token-format.ts'

/** API keys, as their owners keep them. */
export const apiKey = tokenFormat('roster_')
