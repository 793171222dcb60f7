import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Connection } from '../../src/embedded/connect.ts'

/** A process of its own that claimed a data folder and runs the database there. */
export interface RunningProgram {
  readonly pid: number
  readonly said: {
    readonly heldBy: { readonly pid: number } | null
    readonly connection: Connection | null
    readonly user: number
  }
  /** SIGKILL, as a crash would; returns when it is gone. */
  kill(): Promise<void>
  /** Lets it stop by itself. */
  end(): Promise<void>
}

interface Start {
  readonly folder: string
  /** `claim`: without the database. */
  readonly ask?: 'serve' | 'claim'
  readonly uid?: number | undefined
}

/** What `startProgram` runs. */
export const programFile = fileURLToPath(new URL('embedded-program.ts', import.meta.url))

/** Starts `embedded-program.ts`, and returns when it has said how it went; rejects with what it complained about. */
export async function startProgram({ folder, ask = 'serve', uid }: Start): Promise<RunningProgram> {
  const child = spawn(process.execPath, [programFile, folder, ask], {
    stdio: 'pipe',
    ...(uid === undefined ? {} : { uid, gid: uid }),
  })
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve())
  })
  let complaints = ''
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString('utf8')))
  const line = await Promise.race([
    createInterface(child.stdout)[Symbol.asyncIterator]().next(),
    ended.then(() => ({ done: true, value: '' })),
  ])
  if (line.done === true || child.pid === undefined) {
    await ended
    throw new Error(complaints)
  }
  return {
    pid: child.pid,
    said: JSON.parse(line.value),
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
    async end() {
      child.stdin.end()
      await ended
    },
  }
}
