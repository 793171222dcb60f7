import { readdir, readlink, realpath } from 'node:fs/promises'

/**
 * Ends the processes that a killed server left on its cluster: until they are gone, PostgreSQL
 * rightly refuses to start. Where the system does not show in which folder a process stands, they
 * are waited for instead; they end with their current statement.
 */
export async function endLeftovers(cluster: string): Promise<void> {
  if (process.platform !== 'linux') return
  const place = await realpath(cluster)
  for (const entry of await readdir('/proc')) {
    if (!/^\d+$/u.test(entry)) continue
    const standsIn = await readlink(`/proc/${entry}/cwd`).catch(() => null)
    if (standsIn === place && (await isPostgres(entry))) quit(Number(entry))
  }
}

// A person's shell may stand there, too.
async function isPostgres(pid: string): Promise<boolean> {
  const program = await readlink(`/proc/${pid}/exe`).catch(() => '')
  return /\/bin\/postgres(?: \(deleted\))?$/u.test(program)
}

function quit(pid: number): void {
  try {
    process.kill(pid, 'SIGQUIT')
  } catch {
    // It has ended by itself.
  }
}
