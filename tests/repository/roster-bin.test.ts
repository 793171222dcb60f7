import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root } from '../architecture/sources.ts'

const run = promisify(execFile)
const olderNode = findOlderNode()

/** A program in the place of the command line, which says what it was given and ends as it is told. */
const MAIN = `
const args: readonly string[] = process.argv.slice(2)
const { execArgv: flags, pid } = process
console.log(JSON.stringify({ major: Number(process.versions.node.split('.')[0]), args, flags, pid }))
process.exitCode = 3
`

/** A program that counts what reaches it. */
const LISTENER = `
let count = 0
process.on('SIGINT', () => {
  count += 1
  if (count === 1) setTimeout(() => { console.log('interrupted', count); process.exit(5) }, 200)
})
console.log('ready', process.pid)
setInterval(() => {}, 1000)
`

let folder: string
let bin: string

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'roster bin ')))
  bin = join(folder, 'bin/roster.js')
  await cp(join(root, 'bin'), join(folder, 'bin'), { recursive: true })
  await cp(join(root, 'package.json'), join(folder, 'package.json'))
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  await mkdir(join(folder, 'src/cli'), { recursive: true })
  await writeFile(join(folder, 'src/cli/main.ts'), MAIN)
  await writeFile(join(folder, 'listener.js'), LISTENER)
})
afterAll(() => rm(folder, { recursive: true }))

describe('the bin roster', () => {
  test('passes its arguments and the exit code, in a folder with a space', async () => {
    const { code, said } = await roster(process.execPath, [bin, 'run', 'two words'])
    expect(code).toBe(3)
    expect(said).toMatchObject({ args: ['run', 'two words'] })
  })

  test('works through a link, as npm makes for an installed program', async () => {
    const link = join(folder, 'a link')
    await symlink(bin, link)
    const { said } = await roster(process.execPath, [link, 'operations'])
    expect(said).toMatchObject({ args: ['operations'] })
  })

  test.skipIf(process.platform === 'win32')(
    'serves with a small heap, in the process that was started, and gives its exit code',
    async () => {
      const started = roster(process.execPath, [bin, 'serve', '--role', 'web'])
      const { code, said } = await started
      expect(code).toBe(3)
      expect(said).toMatchObject({
        args: ['serve', '--role', 'web'],
        flags: ['--max-semi-space-size=16'],
        pid: started.pid,
      })
    },
  )

  test('leaves the heap as somebody has chosen it', async () => {
    const chosen = '--max-semi-space-size=64'
    const { said } = await roster(process.execPath, [chosen, bin, 'serve'])
    expect(said).toMatchObject({ args: ['serve'], flags: [chosen] })
  })

  test('runs a short command as it was called', async () => {
    const { said } = await roster(process.execPath, [bin, 'operations'])
    expect(said).toMatchObject({ args: ['operations'], flags: [] })
  })

  test.runIf(olderNode !== undefined)(
    'called by an older Node, runs on the one that it brings',
    async () => {
      const { code, said } = await roster(olderNode ?? '', [bin, 'run', 'two words'])
      expect(code).toBe(3)
      expect(said).toMatchObject({ args: ['run', 'two words'] })
      expect(Number(said['major'])).toBeGreaterThanOrEqual(24)
    },
  )

  test.runIf(olderNode !== undefined)(
    'called by an older Node, serves with a small heap on the one that it brings',
    async () => {
      const { code, said } = await roster(olderNode ?? '', [bin, 'serve'])
      expect(code).toBe(3)
      expect(said).toMatchObject({ args: ['serve'], flags: ['--max-semi-space-size=16'] })
    },
  )

  test('says what to do where its packages are not installed', async () => {
    const bare = join(folder, 'bare')
    await cp(join(folder, 'bin'), join(bare, 'bin'), { recursive: true })
    await mkdir(join(bare, 'src/cli'), { recursive: true })
    await writeFile(join(bare, 'package.json'), '{ "type": "module" }')
    await writeFile(join(bare, 'src/cli/main.ts'), "import 'a-package-that-is-nowhere'\n")
    const { code, errors } = await roster(process.execPath, [join(bare, 'bin/roster.js')])
    expect(code).toBe(1)
    expect(errors).toContain(`Run "npm ci" in ${bare}`)
  })
})

describe.skipIf(process.platform === 'win32')('a program that runs on another Node', () => {
  test('gets an interruption once, and its exit code is passed on', async () => {
    const { wrapper, output } = await startListener()
    wrapper.kill('SIGINT')
    const [code] = await once(wrapper, 'exit')
    expect(code).toBe(5)
    expect(await output).toContain('interrupted 1')
  })

  test('gets an interruption once from a terminal, which tells the whole group of processes', async () => {
    const { wrapper, output } = await startListener()
    process.kill(-Number(wrapper.pid), 'SIGINT')
    const [code] = await once(wrapper, 'exit')
    expect(code).toBe(5)
    expect(await output).toContain('interrupted 1')
  })

  test('ends by the same signal', async () => {
    const { wrapper } = await startListener()
    wrapper.kill('SIGTERM')
    const [code, signal] = await once(wrapper, 'exit')
    expect({ code, signal }).toEqual({ code: null, signal: 'SIGTERM' })
  })

  test('is not left behind when its caller is killed', async () => {
    const { wrapper, output } = await startListener()
    wrapper.kill('SIGKILL')
    // The output is shared with the program: it ends when the last of both does.
    expect(await output).toBe('')
  })
})

/** Runs it to its end; the promise also knows the number of the process. */
function roster(node: string, args: readonly string[]) {
  const running = run(node, args)
  return Object.assign(endOf(running), { pid: running.child.pid })
}

async function endOf(running: ReturnType<typeof run>) {
  const result = await running.catch(
    (error: { readonly code: number; readonly stdout: string; readonly stderr: string }) => error,
  )
  const said: Record<string, unknown> =
    result.stdout === '' ? {} : JSON.parse(String(result.stdout))
  return { code: 'code' in result ? result.code : 0, said, errors: result.stderr }
}

/** Starts the listener through the bin's own wrapper, as the leader of a group, and waits until it listens. */
async function startListener(): Promise<{ wrapper: ChildProcess; output: Promise<string> }> {
  const listener = join(folder, 'listener.js')
  const runWith = pathToFileURL(join(folder, 'bin/run-with.js')).href
  await writeFile(
    join(folder, 'wrapped.js'),
    `import { endWithParent } from '${runWith}'\nendWithParent()\nawait import('${pathToFileURL(listener).href}')\n`,
  )
  const call =
    `import { runWith } from '${runWith}'\n` +
    `runWith(process.execPath, [${JSON.stringify(join(folder, 'wrapped.js'))}])`
  const wrapper = spawn(process.execPath, ['--input-type=module', '-e', call], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [first] = await once(wrapper.stdout, 'data')
  expect(String(first)).toContain('ready')
  return { wrapper, output: text(wrapper.stdout) }
}

/** A Node in the path that is older than the bundled one, where the machine has one. */
function findOlderNode() {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return folders
    .filter((path) => !path.includes('node_modules'))
    .map((path) => join(path, 'node'))
    .find((node) => majorOf(node) < 24)
}

function majorOf(node: string) {
  try {
    const version = execFileSync(node, ['--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return Number(version.slice(1).split('.')[0])
  } catch {
    return Infinity
  }
}
