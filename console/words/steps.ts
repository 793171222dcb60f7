import { words } from './words.ts'

/** The labels of the three steps are kept as administrators know them, in both languages. */
const labels = {
  step1: 'Select batch operation',
  step2: 'Upload source file or enter plain text',
  step3: 'Mapping data to operation fields',
  processText: 'Process text',
  executeOperation: 'Execute operation',
} as const

/** The three steps of a batch, and all that is said in the first two. */
export const steps = words({
  en: {
    ...labels,
    steps: 'The three steps',
    isDone: 'done',
  },
  de: {
    ...labels,
    steps: 'Die drei Schritte',
    isDone: 'erledigt',
  },
})
