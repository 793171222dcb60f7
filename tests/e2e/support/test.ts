import { test as base, type Page } from '@playwright/test'
import type { Batch } from '../../../src/http/contract/batch.ts'
import { startRoster, type RosterServer } from './roster-server.ts'

/** A company of the test's own, whose administrator is signed in in the browser. */
export interface Company {
  readonly name: string
  readonly key: string
  /** Asks the API as the administrator. */
  ask<Answer>(
    path: string,
    init?: { readonly method?: string; readonly body?: unknown },
  ): Promise<Answer>
  addRooms(...names: readonly string[]): Promise<void>
  /** A batch of these lines; answers its id. */
  draft(operation: string, lines: readonly string[]): Promise<string>
  verify(operation: string, lines: readonly string[]): Promise<string>
  /** Executes what has no problem, and waits for the end. */
  run(operation: string, lines: readonly string[]): Promise<string>
  /** Users with their rooms: lines of email, first name, last name, rooms, role. */
  addUsers(...lines: readonly string[]): Promise<void>
}

/** The tests of the console: one server for each worker, one company for each test. */
export const test = base.extend<
  { readonly company: Company; readonly page: Page },
  { readonly roster: RosterServer }
>({
  roster: [
    // oxlint-disable-next-line no-empty-pattern -- the runner reads from it what the fixture needs
    async ({}, use) => {
      const roster = await startRoster('serve')
      await use(roster)
      await roster.end()
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ roster }, use) => use(roster.url),
  company: async ({ roster }, use) => {
    companies += 1
    const name = `Example ${companies}`
    const made = await roster.ask('/companies', { name, admin: 'admin@example.org' })
    await use(companyOf(roster.url, name, (made as { key: string }).key))
  },
  page: async ({ page, company }, use) => {
    await page.request.post('/api/v1/session', { data: { key: company.key } })
    await use(page)
  },
})

// Of this worker, whose server nobody else uses.
let companies = 0

export { expect } from '@playwright/test'

/** The company as whoever has the key sees it. */
export function companyOf(url: string, name: string, key: string): Company {
  const company: Company = {
    name,
    key,
    async ask(path, { method = 'GET', body } = {}) {
      const answer = await fetch(`${url}/api/v1${path}`, {
        method,
        headers: {
          authorization: `Bearer ${key}`,
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`)
      return answer.status === 204 ? undefined : JSON.parse(await answer.text())
    },
    async addRooms(...names) {
      for (const name of names) await company.ask('/rooms', { method: 'POST', body: { name } })
    },
    async draft(operation, lines) {
      const body = { operation, text: lines.join('\n') }
      return (await company.ask<Batch>('/batches', { method: 'POST', body })).batch
    },
    async verify(operation, lines) {
      const batch = await company.draft(operation, lines)
      await company.ask(`/batches/${batch}/verification`, { method: 'POST' })
      return batch
    },
    async run(operation, lines) {
      const batch = await company.verify(operation, lines)
      const { digest, confirm } = await company.ask<Batch>(`/batches/${batch}`)
      const body = { digest, confirm, skipErrors: true }
      await company.ask(`/batches/${batch}/execution`, { method: 'POST', body })
      while ((await company.ask<Batch>(`/batches/${batch}`)).state !== 'done') {
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
      return batch
    },
    async addUsers(...lines) {
      await company.run('invite-and-assign-users', lines)
    },
  }
  return company
}
