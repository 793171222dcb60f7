import { readdirSync, readFileSync } from 'node:fs'
import type { Pool } from 'pg'

/**
 * The processor time, in seconds, that a PostgreSQL on this machine has used since its start: the postmaster, its
 * processes, and those that have ended.
 * @param postmaster its process, as `postmasterOf` finds it; null: elsewhere
 * @returns null where it is elsewhere
 */
export function postgresSeconds(postmaster: number | null): number | null {
  if (postmaster === null) return null
  const ticks = processesOf(postmaster).map(({ pid, own, ended }) =>
    pid === postmaster ? own + ended : own,
  )
  return ticks.reduce((sum, part) => sum + part, 0) / ticksPerSecond
}

/** What this process has used, in seconds. */
export function nodeSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

/**
 * The memory of a PostgreSQL's processes in MB (10^6 bytes): what each has for itself, and its share of what they share.
 * Null where it is elsewhere, or the system does not say.
 */
export function postgresMegabytes(postmaster: number | null): number | null {
  if (postmaster === null) return null
  let kilobytes = 0
  for (const { pid } of processesOf(postmaster)) {
    kilobytes += Number(/^Pss:\s+(\d+)/mu.exec(textOf(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0)
  }
  return kilobytes === 0 ? null : (kilobytes * 1_024) / 1e6
}

/** The postmaster behind a connection; null where it is not on this machine, or the system has no /proc. */
export async function postmasterOf(pool: Pool): Promise<number | null> {
  const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid')
  const backend = statOf(String(rows[0]?.pid))
  return backend?.name.startsWith('postgres') === true ? backend.parent : null
}

// Linux counts in hundredths, whatever the kernel's clock is (USER_HZ).
const ticksPerSecond = 100

interface Stat {
  readonly pid: number
  readonly name: string
  readonly parent: number
  readonly own: number
  /** Of children that have ended. */
  readonly ended: number
}

function processesOf(postmaster: number): readonly Stat[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .flatMap((name) => statOf(name) ?? [])
    .filter(({ pid, parent }) => pid === postmaster || parent === postmaster)
}

function statOf(pid: string): Stat | undefined {
  const [, name = '', rest] = /^\d+ \((.*)\) (.*)$/su.exec(textOf(`/proc/${pid}/stat`)) ?? []
  if (rest === undefined) return undefined
  // From the third field on, see proc(5).
  const fields = rest.split(' ')
  const number = (field: number) => Number(fields[field - 3])
  const [own, ended] = [number(14) + number(15), number(16) + number(17)]
  return { pid: Number(pid), name, parent: number(4), own, ended }
}

// A process may end while it is looked at.
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
