import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from '../../src/embedded/start-embedded-postgres.ts'
import type { EmbeddedPostgres } from '../../src/embedded/start-embedded-postgres.ts'
import { templateName } from './template-name.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The server that all tests of this run share; every test takes a database of its own. */
    readonly postgresUrl: string
    /** Part of the names of what this run leaves on an external server until its end. */
    readonly runId: string
  }
}

/** Starts one PostgreSQL for the whole run, or takes the one that ROSTER_TEST_DATABASE_URL names. */
export default async function startPostgres(project: TestProject): Promise<() => Promise<void>> {
  const runId = randomBytes(6).toString('hex')
  project.provide('runId', runId)
  const external = process.env['ROSTER_TEST_DATABASE_URL']
  if (external !== undefined && external !== '') {
    project.provide('postgresUrl', external)
    return async () => await dropTemplate(external, runId)
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'roster-tests-'))
  const server = await startIn(folder)
  project.provide('postgresUrl', urlOf(server.connection))
  return async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
    if (!server.folder.startsWith(folder)) await rm(server.folder, { recursive: true, force: true })
  }
}

async function startIn(folder: string): Promise<EmbeddedPostgres> {
  try {
    return await startEmbeddedPostgres({ folder, say: () => {}, durable: false })
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

async function dropTemplate(url: string, runId: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(`drop database if exists ${templateName(runId)}`)
  await client.end()
}

interface Address {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password: string
  readonly database: string
}

// A socket's folder cannot stand where a URL has its host.
function urlOf({ host, port, user, password, database }: Address): string {
  const url = new URL(`postgres://${user}:${password}@localhost:${port}/${database}`)
  url.searchParams.set('host', host)
  return url.href
}
