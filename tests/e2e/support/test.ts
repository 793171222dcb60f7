import { test as base, type Page } from '@playwright/test'
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
  /** Users with their rooms, by the same operation as everybody's: lines of email, first name, last name, rooms, role. */
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
  company: async ({ roster }, use, { testId, retry, repeatEachIndex }) => {
    const name = `Example ${testId} ${retry} ${repeatEachIndex}`
    const made = await roster.ask('/companies', { name, admin: 'admin@example.org' })
    await use(companyOf(roster.url, name, (made as { key: string }).key))
  },
  page: async ({ page, company }, use) => {
    await page.request.post('/api/v1/session', { data: { key: company.key } })
    await use(page)
  },
})

export { expect } from '@playwright/test'

function companyOf(url: string, name: string, key: string): Company {
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
    async addUsers(...lines) {
      const text = lines.join('\n')
      const body = { operation: 'invite-and-assign-users', text }
      type Made = { batch: string; state: string; digest: string }
      const { batch } = await company.ask<Made>('/batches', { method: 'POST', body })
      const verified = await company.ask<Made>(`/batches/${batch}/verification`, { method: 'POST' })
      const execution = { digest: verified.digest, confirm: { mails: lines.length } }
      await company.ask(`/batches/${batch}/execution`, { method: 'POST', body: execution })
      while ((await company.ask<Made>(`/batches/${batch}`)).state !== 'done') {
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    },
  }
  return company
}
