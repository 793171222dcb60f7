/** How a command ends; the table is in the help of `roster`. */
export const exitCodes = {
  fine: 0,
  unexpected: 1,
  usage: 2,
  problems: 3,
  partly: 4,
  unconfirmed: 5,
  interrupted: 130,
  terminated: 143,
} as const

/** A command cannot go on; `message` is a sentence that says why and what to do. */
export class Failure extends Error {
  override readonly name = 'Failure'
  readonly exit: number
  readonly code: string
  readonly details: Readonly<Record<string, string | number>>

  constructor(
    exit: number,
    problem: {
      readonly code: string
      readonly title: string
      readonly details?: Readonly<Record<string, string | number>>
    },
    options?: ErrorOptions,
  ) {
    super(problem.title, options)
    this.exit = exit
    this.code = problem.code
    this.details = problem.details ?? {}
  }
}

/** A wrong flag or argument, found before anything was done. */
export function usageFailure(title: string): Failure {
  return new Failure(exitCodes.usage, { code: 'usage', title })
}
