import { test as base } from '@playwright/test'
import type { Batch, RowPage } from '../../src/http/contract/batch.ts'
import type { UserPage } from '../../src/http/contract/directory.ts'
import { askToExecute, bring, result, select, verify } from './support/journey.ts'
import { startRoster, type RosterServer } from './support/roster-server.ts'
import { expect } from './support/test.ts'

const count = 30_000

base('an execution survives its server, and the page catches up by itself', async ({ page }) => {
  base.slow()
  const roster = await startRoster('demo')
  try {
    await page.goto(roster.url)
    await page.getByRole('button', { name: 'Sign in to the example company' }).click()
    await select(page, 'Invite users')
    await bring(page, { name: 'many.csv', content: people.join('\n') })
    await verify(page)
    const question = await askToExecute(page)
    await question.getByRole('button', { name: 'Execute operation' }).click()
    await page.getByText(/^[1-9][\d,]* of 30,000 rows/u).waitFor()
    await roster.kill()
    await expect(page.getByRole('alert')).toContainText('The server cannot be reached.')
    await expect(page.getByText(/^30,000 of/u)).toBeHidden()

    await roster.restart()
    const done = await result(page)
    await expect(page.getByText('The server cannot be reached.')).toBeHidden()
    await expect(done.getByRole('img', { name: 'All rows: 30,000 rows done' })).toBeVisible()
    const batch = new URL(page.url()).pathname.split('/').at(-1)
    const { totals } = (await roster.ask(`/batches/${batch}`)) as Batch
    expect(totals).toMatchObject({ done: count, failed: 0, mails: count })
    const { total } = (await roster.ask(`/batches/${batch}/rows?state=done&limit=1`)) as RowPage
    expect(total).toBe(count)
    const invited = (await invitedUsers(roster)).filter((email) => email.startsWith('person-'))
    expect(invited).toHaveLength(count)
    expect(new Set(invited).size).toBe(count)
    expect(await roster.ask('/mails?limit=1&search=person-')).toMatchObject({ total: count })
  } finally {
    await roster.end()
  }
})

/** The addresses of all users, page by page: a long list is counted only as far as 10,000. */
async function invitedUsers(roster: RosterServer): Promise<readonly string[]> {
  const emails: string[] = []
  let cursor = ''
  for (;;) {
    const { users, next } = (await roster.ask(`/users?limit=1000${cursor}`)) as UserPage
    emails.push(...users.map(({ email }) => email))
    if (next === null) return emails
    cursor = `&cursor=${encodeURIComponent(next)}`
  }
}

const people = Array.from({ length: count }, (_, at) => `person-${at}@example.org,Person,No ${at}`)
