import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { findPrograms, type PostgresProgram } from './stage/find-programs.ts'
import { databaseClock } from './stage/open-stage.ts'
import { makeCluster } from './stage/make-cluster.ts'

/** What all rounds share: the databases that they copy, and a folder. */
export interface Ground extends AsyncDisposable {
  readonly clusters: readonly (readonly [PostgresProgram, string])[]
  /** What this machine cannot try, and why, in sentences. */
  readonly leftOut: readonly string[]
  /** Makes a folder for a round. */
  folderFor(seed: string): Promise<string>
  /** What sets the clock of a process wrong that is not ours; empty where this machine has nothing for it. */
  wrongClockEnv(folder: string): Readonly<Record<string, string>>
}

/**
 * Makes a migrated database to copy: of every PostgreSQL that this machine has, or, where that takes too long, of
 * the one that comes with Roster.
 */
export async function prepareGround(which: 'every' | 'own'): Promise<Ground> {
  const folder = await mkdtemp(path.join(tmpdir(), 'roster-chaos-'))
  await chmod(folder, 0o755)
  const found = await findPrograms(folder)
  const programs = which === 'own' ? found.slice(0, 1) : found
  const clusters: (readonly [PostgresProgram, string])[] = []
  for (const program of programs) clusters.push([program, await makeCluster(folder, program)])
  return {
    clusters,
    leftOut: leftOutWith(found),
    async folderFor(seed) {
      const own = path.join(folder, `round-${seed}`)
      await mkdir(own, { mode: 0o755 })
      return own
    },
    wrongClockEnv: (folder) =>
      existsSync(fakeTime)
        ? {
            LD_PRELOAD: fakeTime,
            FAKETIME_TIMESTAMP_FILE: databaseClock(folder),
            FAKETIME_CACHE_DURATION: '1',
            FAKETIME_DONT_FAKE_MONOTONIC: '1',
          }
        : {},
    async [Symbol.asyncDispose]() {
      // A round that failed keeps its folder.
      for (const { major } of programs) {
        await rm(path.join(folder, `postgres-${major}`), { recursive: true, force: true })
      }
    },
  }
}

function leftOutWith(programs: readonly PostgresProgram[]): readonly string[] {
  return [
    ...(programs.length > 1
      ? []
      : ['other versions of PostgreSQL, for none is installed (Debian: postgresql-15).']),
    ...(existsSync(fakeTime)
      ? []
      : ['a wrong clock of the database, for libfaketime is not installed (Debian: libfaketime).']),
  ]
}

// Debian's package libfaketime, on either kind of processor.
const architecture = process.arch === 'arm64' ? 'aarch64' : 'x86_64'
const fakeTime = `/usr/lib/${architecture}-linux-gnu/faketime/libfaketime.so.1`
