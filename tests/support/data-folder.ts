import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { Client } from 'pg'
import type { Connection } from '../../src/embedded/connect.ts'
import { startEmbeddedPostgres } from '../../src/embedded/start-embedded-postgres.ts'
import type { EmbeddedPostgres } from '../../src/embedded/start-embedded-postgres.ts'

/** A place for data folders that is emptied at the end, with all servers stopped that were started through it. */
export interface Place extends AsyncDisposable {
  readonly folder: string
  /** Starts the database on a folder of this place; what it has to say is collected. */
  start(name: string): Promise<EmbeddedPostgres>
  readonly said: readonly string[]
}

export async function makePlace(): Promise<Place> {
  const folder = await mkdtemp(path.join(tmpdir(), 'roster place '))
  // Others may pass, as they may through most places in which people keep data.
  await run('chmod', ['755', folder])
  const said: string[] = []
  const servers: EmbeddedPostgres[] = []
  return {
    folder,
    said,
    async start(name) {
      const server = await startEmbeddedPostgres({
        folder: path.join(folder, name),
        say: (sentence) => void said.push(sentence),
        durable: false,
      })
      servers.push(server)
      return server
    },
    async [Symbol.asyncDispose]() {
      for (const server of servers) {
        await server.stop()
        if (!server.folder.startsWith(folder))
          await rm(server.folder, { recursive: true, force: true })
      }
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Copies a data folder as a person would, a running server's sockets and all. */
export async function copyFolder(from: string, to: string): Promise<void> {
  await run('cp', ['-r', from, to])
}

/** Asks one question over a connection of its own; answers the first column of the first row. */
export async function ask(connection: Connection, statement: string): Promise<unknown> {
  const client = new Client(connection)
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows } = await client.query({ text: statement, rowMode: 'array' })
    return rows[0]?.[0]
  } finally {
    await client.end()
  }
}

/** The process of the server that runs in a folder. */
export async function serverPid(folder: string): Promise<number> {
  return Number.parseInt(
    await readFile(path.join(folder, 'postgres', 'postmaster.pid'), 'utf8'),
    10,
  )
}

const run = promisify(execFile)
