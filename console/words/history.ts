import { words } from './words.ts'

export const history = words({ en: {}, de: {} })
