import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'

/** When a process began, in the system's own words, or null when it has ended (a zombie has). */
export function startOf(pid: number): string | null {
  if (!isThere(pid)) return null
  if (process.platform === 'linux') return startOnLinux(pid)
  if (process.platform === 'win32') return 'running'
  return startByPs(pid)
}

/** What tells a process from all that ever ran on this machine, so that no pid is believed by itself. */
export interface ProcessIdentity {
  readonly pid: number
  readonly start: string | null
  /** Changes with every start of the machine. */
  readonly boot: string
  /** The container in whose numbering `pid` counts. */
  readonly space: string
}

export function thisProcess(): ProcessIdentity {
  const { pid } = process
  return { pid, start: startOf(pid), boot: bootId(), space: pidSpace() }
}

function bootId(): string {
  if (process.platform !== 'linux') return ''
  return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
}

function pidSpace(): string {
  return process.platform === 'linux' ? readlinkSync('/proc/self/ns/pid') : ''
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Somebody else's process may not be signalled, but it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function startOnLinux(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in brackets may itself hold brackets and spaces; the fields after it are plain.
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return state === 'Z' || state === 'X' ? null : (fields[18] ?? null)
  } catch {
    return null
  }
}

function startByPs(pid: number): string | null {
  try {
    const [state, ...start] = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', `${pid}`], {
      encoding: 'utf8',
    })
      .trim()
      .split(/\s+/u)
    return state?.startsWith('Z') ? null : start.join(' ')
  } catch {
    return null
  }
}
