/**
 * Something that must be ended: at the end of its scope, or when the whole is interrupted.
 * @param end is called once
 */
export function toBeEnded(end: () => Promise<void>): AsyncDisposable {
  let ended: Promise<void> | undefined
  const thing: AsyncDisposable = {
    [Symbol.asyncDispose]() {
      ended ??= end().finally(() => open.delete(thing))
      return ended
    },
  }
  open.add(thing)
  return thing
}

/** Ends everything that is open when somebody presses Ctrl-C, the last first, and then the process. */
export function endOnInterrupt(): void {
  for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143 })) {
    process.once(signal, () => {
      interrupted = endAll().finally(() => process.exit(code))
    })
  }
}

/** Waits for the end where somebody has interrupted: what fails meanwhile fails because of that. */
export async function unlessInterrupted(): Promise<void> {
  await interrupted
}

const open = new Set<AsyncDisposable>()
let interrupted: Promise<void> | undefined

async function endAll(): Promise<void> {
  for (const thing of [...open].toReversed()) {
    await thing[Symbol.asyncDispose]().then(undefined, () => undefined)
  }
}
