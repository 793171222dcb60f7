import { existsSync } from 'node:fs'
import { mkdir, readdir } from 'node:fs/promises'
import path from 'node:path'
import { findProgram } from '../../../src/embedded/find-program.ts'
import { serverHome } from '../../../src/embedded/server-home.ts'
import { serverUser, type ServerUser } from '../../../src/embedded/server-user.ts'

/** A PostgreSQL of this machine. */
export interface PostgresProgram {
  readonly major: number
  readonly postgres: string
  readonly initdb: string
  /** Who runs it; null: the user who runs the tests. */
  readonly user: ServerUser | null
}

const debian = '/usr/lib/postgresql'

/** The one that comes with Roster, and those that Debian has installed: Roster must last on all of them. */
export async function findPrograms(folder: string): Promise<readonly PostgresProgram[]> {
  const home = path.join(folder, 'program')
  await mkdir(home, { mode: 0o755 })
  const embedded = await findProgram(await serverHome(home, () => {}))
  const user = await serverUser([])
  const installed = existsSync(debian) ? await readdir(debian) : []
  const others = installed
    .filter((name) => Number(name) >= 15 && existsSync(path.join(debian, name, 'bin', 'postgres')))
    .map((name) => ({
      major: Number(name),
      postgres: path.join(debian, name, 'bin', 'postgres'),
      initdb: path.join(debian, name, 'bin', 'initdb'),
      user,
    }))
  return [{ ...embedded, user }, ...others]
}
