import { rm } from 'node:fs/promises'
import path from 'node:path'
import { explainFailure } from './explain-failure.ts'
import type { Program } from './find-program.ts'
import { roleName } from './initialise-cluster.ts'
import { disownPidFile } from './postmaster.ts'
import { runToEnd } from './run-program.ts'
import { secretFile } from './secret-file.ts'
import type { ServerHome } from './server-home.ts'

/** The password of the embedded database, from a file that only Roster's user can read. */
export async function databasePassword(dataFolder: string): Promise<string> {
  const file = path.join(dataFolder, 'postgres-password')
  const secret = await secretFile(file)
  if (/^[0-9a-f]{64}$/u.test(secret)) return secret
  // Whoever owns the files of the database can set a new one.
  await rm(file)
  return await secretFile(file)
}

/** Gives the database a new password, while no server runs: the file with the old one was lost, or is from another backup. */
export async function renewPassword(
  home: ServerHome,
  program: Program,
  password: string,
): Promise<void> {
  await disownPidFile(home)
  const { code, said } = await runToEnd(
    program.postgres,
    ['--single', `-D${home.cluster}`, '-clog_statement=none', 'postgres'],
    { user: home.user, input: `alter role ${roleName} password '${password}'\n` },
  )
  if (code !== 0 || said.includes('ERROR:')) throw await explainFailure(home, said)
}
