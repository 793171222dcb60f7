import { exitCodes, Failure } from './failure.ts'

/** What a person wants who presses Ctrl-C; SIGTERM and SIGHUP say the same. */
export interface Interrupt {
  /** Aborted, with a `Failure`, when the command should give up what it does. */
  readonly signal: AbortSignal
  /** How to exit once something was interrupted; null while nothing was. */
  readonly exit: number | null
  /** While the task runs, the first interruption calls `stop` and leaves the signal alone. */
  during<Result>(stop: () => void, task: () => Promise<Result>): Promise<Result>
}

const exits = {
  SIGINT: exitCodes.interrupted,
  SIGTERM: exitCodes.terminated,
  SIGHUP: exitCodes.terminated,
} as const

/** Listens for interruptions. The second one leaves at once: a kill loses nothing that was executed. */
export function listenForInterrupts(title: string): Interrupt {
  const abort = new AbortController()
  let exit: number | null = null
  let stop: (() => void) | null = null
  for (const [name, code] of Object.entries(exits)) {
    process.on(name, () => {
      if (exit !== null) process.exit(code)
      exit = code
      if (stop === null) abort.abort(new Failure(code, { code: 'interrupted', title }))
      else stop()
    })
  }
  return {
    signal: abort.signal,
    get exit() {
      return exit
    },
    async during(instead, task) {
      stop = instead
      try {
        return await task()
      } finally {
        stop = null
      }
    },
  }
}
