import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { toBeEnded } from '../ending.ts'

/** An SMTP server on the loopback, in a process of its own, that takes every mail and forgets it. */
export async function startSmtpSink(): Promise<AsyncDisposable & { readonly url: string }> {
  const script = fileURLToPath(new URL('../processes/take-mails.ts', import.meta.url))
  const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const gone = once(child, 'exit')
  const ended = toBeEnded(async () => {
    child.kill()
    await gone
  })
  const { value: port } = await createInterface(child.stdout)[Symbol.asyncIterator]().next()
  return { url: `smtp://127.0.0.1:${port}`, ...ended }
}
