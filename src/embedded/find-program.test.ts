import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { copyProgram } from './copy-program.ts'
import { findPackage } from './find-program.ts'
import type { Package } from './find-program.ts'
import { runToEnd } from './run-program.ts'

test('a machine for which there is no PostgreSQL is told what to do', () => {
  expect(() => findPackage('linux', 'riscv64')).toThrow(
    expect.objectContaining({
      code: 'unsupported-platform',
      message: expect.stringContaining('ROSTER_DATABASE_URL'),
    }),
  )
})

test('a system without glibc is told so', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'roster-musl-'))
  const program = path.join(folder, 'postgres')
  // The same refusal that a system gives whose loader is another.
  await writeFile(program, '#!/lib/no-such-loader.so\n', { mode: 0o755 })
  await expect(runToEnd(program, [], { user: null })).rejects.toMatchObject({
    code: 'cannot-run',
    message: expect.stringMatching(/glibc.*ROSTER_DATABASE_URL/u),
  })
  await rm(folder, { recursive: true })
})

test('a copy beside the data runs, links and all, and takes the place of other versions', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'roster-programs-'))
  await mkdir(path.join(folder, 'postgres-17.1.0'))
  const found = await packageWithoutLinks(folder)

  const copy = await copyProgram(folder, found)

  const ran = await runToEnd(path.join(copy, 'native', 'bin', 'postgres'), ['--version'], {
    user: null,
  })
  expect(ran).toMatchObject({ code: 0, said: expect.stringContaining('PostgreSQL) 18.') })
  expect(await readdir(folder)).toEqual(['package', `postgres-${found.version}`])
  expect(await copyProgram(folder, found)).toBe(copy)
  await rm(folder, { recursive: true })
})

// As npm ci leaves it, which runs no install scripts here.
async function packageWithoutLinks(folder: string): Promise<Package> {
  const { version, folder: original } = findPackage(process.platform, process.arch)
  const copy = path.join(folder, 'package')
  await cp(original, copy, { recursive: true, verbatimSymlinks: true })
  for (const entry of await readdir(path.join(copy, 'native', 'lib'), { withFileTypes: true })) {
    if (entry.isSymbolicLink()) await rm(path.join(entry.parentPath, entry.name))
  }
  return { version, folder: copy }
}
