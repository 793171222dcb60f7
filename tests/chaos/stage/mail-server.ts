import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from './free-port.ts'

/** A real SMTP server, which may be killed. */
export interface MailServer {
  readonly url: string
  start(): Promise<void>
  kill(): Promise<void>
  /** Every mail that it ever took, by its id, as often as it took it. */
  taken(): Promise<readonly string[]>
}

const program = fileURLToPath(new URL('mail-server-program.ts', import.meta.url))

/** Prepares a mail server on a port that stays its own; it is started by `start`. */
export async function openMailServer(folder: string): Promise<MailServer> {
  const port = await freePort()
  const file = path.join(folder, 'mails-taken.jsonl')
  let child: ChildProcess | null = null
  return {
    url: `smtp://127.0.0.1:${port}`,
    async start() {
      if (child !== null) return
      const started = fork(program, [`${port}`, file], { env: { PATH: process.env['PATH'] } })
      child = started
      started.once('exit', () => {
        if (child === started) child = null
      })
      await once(started, 'message')
    },
    async kill() {
      const ending = child
      child = null
      if (ending === null) return
      const ended = once(ending, 'exit')
      ending.kill('SIGKILL')
      await ended
    },
    async taken() {
      const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n')
      return lines.filter((line) => line !== '').map((line) => JSON.parse(line).id)
    },
  }
}
