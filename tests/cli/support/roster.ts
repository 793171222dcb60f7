import { spawn } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Batch, Row } from '../../../src/http/contract/batch.ts'

/** How a command ended. */
export interface Ended {
  readonly exit: number | null
  readonly out: string
  readonly err: string
}

export interface Answer<Document> extends Ended {
  readonly document: Document
}

/** The document of `run --json`. */
export type RunDocument = Batch & { readonly rows: readonly Row[] }

/** A command that runs. */
export interface Running {
  readonly ended: Promise<Ended>
  /** Resolves when what the command has written (to either stream) contains the text. */
  says(text: string): Promise<void>
  /** What it has written to standard output so far. */
  out(): string
  signal(name: NodeJS.Signals): void
}

export interface Workplace extends AsyncDisposable {
  /** A folder of the test's own; its name has a space. */
  readonly folder: string
  start(args: readonly string[], options?: RunOptions): Running
  roster(args: readonly string[], options?: RunOptions): Promise<Ended>
  /** Runs with `--json` and reads the document. */
  json<Document>(args: readonly string[]): Promise<Answer<Document>>
}

export interface RunOptions {
  readonly input?: string
  readonly env?: Readonly<Record<string, string>>
}

/** The command. */
export const bin = fileURLToPath(new URL('../../../bin/roster.js', import.meta.url))

/** The samples of the journey, copied into the repository. */
export function sample(name: string): string {
  return fileURLToPath(new URL(`../../fixtures/samples/${name}`, import.meta.url))
}

/** Commands as a person calls them: child processes in a folder, whose `data` is the data folder. */
export async function workplace(): Promise<Workplace> {
  const folder = await mkdtemp(path.join(tmpdir(), 'roster cli-'))
  // Whoever runs the database for root must get through to it.
  await chmod(folder, 0o755)
  const start = (args: readonly string[], options: RunOptions = {}) => run(folder, args, options)
  const roster = (args: readonly string[], options?: RunOptions) => start(args, options).ended
  return {
    folder,
    start,
    roster,
    async json(args) {
      const ended = await roster([...args, '--json'])
      return { ...ended, document: JSON.parse(ended.out) }
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  }
}

/** A workplace with a company and its first administrator. */
export async function workplaceWithCompany(): Promise<Workplace> {
  const place = await workplace()
  const made = await place.roster(['init', '--company', 'Example', '--admin', 'admin@example.org'])
  if (made.exit !== 0) throw new Error(made.err)
  return place
}

/** The same, whose data folder a server has open: a command speaks to it, and has nothing to start. */
export async function servedWorkplace(): Promise<Workplace> {
  const place = await workplaceWithCompany()
  const server = place.start(['serve', '--json'], { env: { ROSTER_PORT: '0' } })
  await server.says('"url"')
  return {
    ...place,
    async [Symbol.asyncDispose]() {
      server.signal('SIGTERM')
      await server.ended
      await place[Symbol.asyncDispose]()
    },
  }
}

function run(cwd: string, args: readonly string[], { input = '', env = {} }: RunOptions): Running {
  const { ROSTER_URL: _url, ROSTER_API_KEY: _key, ROSTER_DATA: _data, ...inherited } = process.env
  const child = spawn(process.execPath, [bin, ...args], {
    cwd,
    env: { ...inherited, LC_ALL: 'C', ...env },
  })
  let out = ''
  let err = ''
  const listeners = new Set<() => void>()
  const heard = () => listeners.forEach((listener) => listener())
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
    heard()
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text
    heard()
  })
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (exit) => resolve({ exit, out, err }))
  })
  return {
    ended,
    signal: (name) => void child.kill(name),
    out: () => out,
    async says(text) {
      const said = new Promise<void>((resolve) => {
        const listener = () => {
          if (out.includes(text) || err.includes(text)) resolve()
        }
        listeners.add(listener)
        listener()
      })
      const missed = ended.then(() => {
        throw new Error(`It ended without saying “${text}”: ${err}${out}`)
      })
      await Promise.race([said, missed])
      missed.catch(() => {})
    },
  }
}
