import type { Resources } from './index.ts'

// Keys are checked: a text that does not exist is an error of the compiler.
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'frame'
    resources: Resources
  }
}
