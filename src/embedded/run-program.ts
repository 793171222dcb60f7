import { spawn } from 'node:child_process'
import type { ChildProcess, StdioOptions } from 'node:child_process'
import { explainSpawnError } from './explain-failure.ts'
import type { ServerUser } from './server-user.ts'

interface Run {
  readonly user: ServerUser | null
  readonly stdio: StdioOptions
  /** In a session of its own, so that Ctrl-C at the terminal does not reach it. */
  readonly detached?: boolean
}

/** Starts one of PostgreSQL's programs as the server's user, with a clean environment. */
export function runProgram(file: string, args: readonly string[], run: Run): ChildProcess {
  const { user, stdio, detached = false } = run
  return spawn(file, args, {
    stdio,
    detached,
    // Every folder lets this one be entered; the current one might not.
    cwd: process.platform === 'win32' ? undefined : '/',
    // The caller's PGDATA, PGOPTIONS or language must not matter, nor its secrets be visible.
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC', ...windowsNeeds() },
    ...(user === null ? {} : { uid: user.uid, gid: user.gid }),
  })
}

function windowsNeeds(): NodeJS.ProcessEnv {
  return process.platform === 'win32'
    ? { PATH: process.env['PATH'], SystemRoot: process.env['SystemRoot'] }
    : {}
}

/** What a program said (both streams), and its exit code; null when it was ended by a signal. */
export interface Ended {
  readonly code: number | null
  readonly said: string
}

/**
 * Runs a program to its end, with `input` on its standard input.
 *
 * @throws EmbeddedError `cannot-run`
 */
export async function runToEnd(
  file: string,
  args: readonly string[],
  { user, input = '' }: { readonly user: ServerUser | null; readonly input?: string },
): Promise<Ended> {
  const child = runProgram(file, args, { user, stdio: 'pipe' })
  return await new Promise((resolve, reject) => {
    const said: Buffer[] = []
    child.stdout?.on('data', (chunk: Buffer) => said.push(chunk))
    child.stderr?.on('data', (chunk: Buffer) => said.push(chunk))
    child.stdin?.on('error', () => {})
    child.stdin?.end(input)
    child.once('error', (error) => reject(explainSpawnError(error)))
    child.once('close', (code) => resolve({ code, said: Buffer.concat(said).toString('utf8') }))
  })
}
