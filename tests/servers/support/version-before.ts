import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { access, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/** The last commit of the version before, beside which this one must be able to run. */
const commit = 'd878db27bbc2524e63da388a18154b068d15d4cd'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const run = promisify(execFile)

/** Is it there? Not in a shallow clone, nor where there is no history at all. */
export async function hasVersionBefore(): Promise<boolean> {
  const asked = run('git', ['cat-file', '-e', `${commit}^{commit}`], { cwd: root })
  return await asked.then(
    () => true,
    () => false,
  )
}

/** The version before in a folder of its own, with the packages of this one. */
export async function checkOutVersionBefore(): Promise<
  AsyncDisposable & { readonly program: string }
> {
  const folder = await mkdtemp(path.join(tmpdir(), 'roster-before-'))
  const archive = spawn('git', ['archive', '--format=tar', commit, 'bin', 'src', 'package.json'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const unpack = spawn('tar', ['-x', '-C', folder], { stdio: ['pipe', 'inherit', 'inherit'] })
  archive.stdout.pipe(unpack.stdin)
  await once(unpack, 'close')
  await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))
  const program = path.join(folder, 'bin', 'roster.js')
  await access(program)
  return {
    program,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  }
}
