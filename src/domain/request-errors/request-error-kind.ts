import type { Localised } from '../language.ts'

/** How a request is refused: the status of HTTP, the exit code of the command line, and a sentence. */
export interface RequestErrorKind {
  readonly status: number
  readonly exit: number
  /** `{name}` is a particular. */
  readonly title: Localised
}
