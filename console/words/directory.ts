import { words } from './words.ts'

export const directory = words({ en: {}, de: {} })
