import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { DeliveryErrand } from './deliver-once.ts'

/** A process of its own that drains an outbox. */
export interface DeliveryProcess {
  readonly child: ChildProcess
  /** What it said at its end: the counts, and what troubled it; empty when it was killed. */
  readonly ended: Promise<string>
}

/** Starts a delivery in a process of its own, to be killed, or to run beside others. */
export function deliverInProcess(
  errand: DeliveryErrand,
  environment: Readonly<Record<string, string>> = {},
): DeliveryProcess {
  const script = fileURLToPath(new URL('deliver-once.ts', import.meta.url))
  const child = spawn(process.execPath, [script, JSON.stringify(errand)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...environment },
  })
  const said: Buffer[] = []
  child.stdout.on('data', (bytes: Buffer) => said.push(bytes))
  const ended = once(child, 'close').then(() => Buffer.concat(said).toString())
  return { child, ended }
}
