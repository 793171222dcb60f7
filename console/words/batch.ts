import { words } from './words.ts'

export const batch = words({ en: {}, de: {} })
