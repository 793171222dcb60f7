import { words } from './words.ts'

export const steps = words({ en: {}, de: {} })
