import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, expect, test } from 'vitest'
import { root } from './sources.ts'

const run = promisify(execFile)
const knip = join(root, 'node_modules/knip/bin/knip.js')

/** A house in small, under the project's own configuration, in which everything is used. */
const LIVING = {
  'bin/roster.js': "import '../src/cli/main.ts'\n",
  'scripts/setup.js': "console.log('set up')\n",
  'src/cli/main.ts':
    "import { z } from 'zod'\nimport { greet } from '../domain/greet.ts'\n" +
    "new Worker(new URL('./count.worker.ts', import.meta.url))\nconsole.log(greet(), z)\n",
  'src/cli/count.worker.ts': "import { greet } from '../domain/greet.ts'\nconsole.log(greet())\n",
  'src/domain/greet.ts': "export const greet = () => 'hello'\n",
  'src/domain/greet.test.ts':
    "import { test } from 'vitest'\nimport { greet } from './greet.ts'\ntest('greets', () => void greet())\n",
  'vitest.config.ts': "export default { test: { include: ['src/**/*.test.ts'] } }\n",
  'bench/greet.ts': "import { greet } from '../src/domain/greet.ts'\ngreet()\n",
}

const MANIFEST = {
  name: 'small',
  type: 'module',
  bin: { roster: 'bin/roster.js' },
  scripts: { prestart: 'node scripts/setup.js', unit: 'vitest run' },
  dependencies: { zod: '1.0.0' },
  devDependencies: { vitest: '1.0.0' },
}

const folders: string[] = []
afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })))
})

test('what is used is not called dead', async () => {
  expect(await deadCode({})).toEqual({ failed: false, output: '' })
})

test('a file that nobody imports is noticed', async () => {
  const { failed, output } = await deadCode({ 'src/domain/forgotten.ts': 'export const a = 1\n' })
  expect(failed).toBe(true)
  expect(output).toContain('src/domain/forgotten.ts')
})

test('an export that nobody imports is noticed', async () => {
  const text = `${LIVING['src/domain/greet.ts']}export const forgotten = 1\n`
  const { failed, output } = await deadCode({ 'src/domain/greet.ts': text })
  expect(failed).toBe(true)
  expect(output).toContain('forgotten')
})

test('a dependency that nobody imports is noticed', async () => {
  const dependencies = { zod: '1.0.0', fastify: '1.0.0' }
  const { failed, output } = await deadCode({
    'package.json': JSON.stringify({ ...MANIFEST, dependencies }),
  })
  expect(failed).toBe(true)
  expect(output).toContain('fastify')
})

test('a package that is used but not in package.json is noticed', async () => {
  const text = `import 'fastify'\n${LIVING['src/domain/greet.ts']}`
  const { failed, output } = await deadCode({ 'src/domain/greet.ts': text })
  expect(failed).toBe(true)
  expect(output).toContain('fastify')
})

/** Runs the project's check on the house in small, with these files planted in it. */
async function deadCode(planted: Readonly<Record<string, string>>) {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'roster dead code ')))
  folders.push(folder)
  const files = { 'package.json': JSON.stringify(MANIFEST), ...LIVING, ...planted }
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  for (const file of ['knip.json', 'tsconfig.json']) {
    await cp(join(root, file), join(folder, file))
  }
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  const options = ['--no-progress', '--no-config-hints', '--directory', folder]
  return run(process.execPath, [knip, ...options]).then(
    ({ stdout }) => ({ failed: false, output: stdout }),
    (error: { readonly stdout: string; readonly stderr: string }) => ({
      failed: true,
      output: error.stdout + error.stderr,
    }),
  )
}
