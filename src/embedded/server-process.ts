import type { ChildProcess } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { explainSpawnError } from './explain-failure.ts'
import { startOf } from './process-identity.ts'

/** A running postmaster: our own child, or one that a killed Roster left behind. */
export interface ServerProcess {
  readonly pid: number
  isAlive(): boolean
  /** Resolves at its end, with how it came if that is known; never rejects. */
  readonly exited: Promise<string | null>
  signal(signal: NodeJS.Signals): void
}

/**
 * The process of a program that was just started.
 *
 * @throws EmbeddedError `cannot-run`
 */
export async function childProcess(child: ChildProcess): Promise<ServerProcess> {
  const { pid } = child
  if (pid === undefined) {
    return await new Promise((_, reject) => {
      child.once('error', (error) => reject(explainSpawnError(error)))
    })
  }
  const exited = new Promise<string | null>((resolve) => {
    child.once('exit', (code, signal) => {
      resolve(signal === null ? `it ended with code ${code}` : `it was ended by ${signal}`)
    })
  })
  // Roster itself may end whenever it has nothing more to do.
  child.unref()
  return {
    pid,
    exited,
    isAlive: () => child.exitCode === null && child.signalCode === null,
    signal: (signal) => void child.kill(signal),
  }
}

/** Null when it ended just now. */
export function adoptedProcess(pid: number): ServerProcess | null {
  const start = startOf(pid)
  if (start === null) return null
  const isAlive = () => startOf(pid) === start
  const exited = new Promise<string | null>((resolve) => {
    // The system tells only parents when a process ends. A look costs some 20 microseconds.
    const timer = setInterval(() => {
      if (isAlive()) return
      clearInterval(timer)
      resolve(null)
    }, 250)
    timer.unref()
  })
  return {
    pid,
    exited,
    isAlive,
    signal(signal) {
      if (isAlive()) process.kill(pid, signal)
    },
  }
}

// What PostgreSQL understands by them: end sessions and stop; stop at once; and the system's own.
const escalation = [
  { signal: 'SIGINT', patience: 30_000 },
  { signal: 'SIGQUIT', patience: 5_000 },
  { signal: 'SIGKILL', patience: 5_000 },
] as const

/** Stops a postmaster, ever less gently, and returns when it is gone. */
export async function stopProcess(server: ServerProcess): Promise<void> {
  for (const { signal, patience } of escalation) {
    if (!server.isAlive()) return
    server.signal(signal)
    if (await endsWithin(server, patience)) return
  }
}

async function endsWithin(server: ServerProcess, patience: number): Promise<boolean> {
  const ended = new AbortController()
  const tooLong = wait(patience, false, { signal: ended.signal }).catch(() => false)
  const result = await Promise.race([server.exited.then(() => true), tooLong])
  ended.abort()
  return result
}
