import type { Locator, Page } from '@playwright/test'
import { lookAt, lookPairs } from './support/look.ts'
import { expect, test, type Company } from './support/test.ts'
import { violationsOf } from './support/violations-of.ts'

test('an outbox without mails says when there are some, and leads there', async ({ page }) => {
  await page.goto('/mail-outbox')
  await expect(page.getByRole('heading', { name: 'There are no mails yet' })).toBeVisible()
  await expect(page.getByRole('note')).toContainText('This server sends no mails yet')
  await page.getByRole('link', { name: 'Select a batch operation' }).click()
  await expect(page).toHaveURL(/\/batch-operations$/u)
})

test('mails are searched by recipient and narrowed to a state, which the address keeps', async ({
  page,
  company,
}) => {
  await writeMails(company)
  await page.goto('/mail-outbox')
  await expect(page.getByText('4 mails')).toBeVisible()
  await expect(rows(page)).toHaveText([
    /sofia@.*queued/u,
    /grace@.*queued/u,
    /grace@.*withdrawn/u,
    /ada@.*queued/u,
  ])

  await page.getByRole('searchbox', { name: 'Search recipients' }).fill('lovelace')
  await expect(rows(page)).toHaveText([/ada@example\.org/u])
  await page.getByRole('button', { name: 'Clear the search' }).click()
  await expect(rows(page)).toHaveCount(4)

  await page.getByRole('combobox', { name: 'State' }).click()
  await page.getByRole('option', { name: 'withdrawn' }).click()
  await expect(rows(page)).toHaveText([/grace@example\.org/u])
  await page.reload()
  await expect(rows(page)).toHaveText([/grace@example\.org/u])

  await page.getByRole('combobox', { name: 'State' }).click()
  await page.getByRole('option', { name: 'failed' }).click()
  await expect(page.getByRole('heading', { name: 'Nothing matches' })).toBeVisible()
  await page.getByRole('button', { name: 'Show all' }).click()
  await expect(rows(page)).toHaveCount(4)
})

test('a mail is read as its recipient sees it, as HTML and as text, and its link is copied', async ({
  page,
  company,
}) => {
  await writeMails(company)
  await page.goto('/mail-outbox')
  const recipient = page.getByRole('link', { name: 'ada@example.org' })
  await recipient.press('Enter')
  const mail = page.getByRole('dialog', { name: `${company.name} invites you` })
  await expect(mail.getByText('room 1 · Moderator')).toBeVisible()

  const html = mail.frameLocator('iframe[title="The mail to ada@example.org as HTML"]')
  await expect(html.getByText('Hello Ada,')).toBeVisible()
  await expect(html.getByText(company.name, { exact: true })).toBeVisible()

  await mail.getByRole('tab', { name: 'Text' }).click()
  const text = mail.getByRole('region', { name: 'The mail to ada@example.org as text' })
  await expect(text).toContainText('Hello Ada,')
  await expect(text).toContainText(company.name)

  await mail.getByRole('button', { name: 'Copy the invitation link' }).click()
  await expect(mail.getByRole('button', { name: 'Copied' })).toBeVisible()
  const copied = await copiedIn(page)
  expect(copied).toMatch(/\/invitation\/[\w.-]+$/u)
  await expect(text).toContainText(copied)
  expect(page.url()).toMatch(/\/mail-outbox\?open=[\da-f-]{36}$/u)
  expect(await kept(page)).not.toContain('/invitation/')

  await page.keyboard.press('Escape')
  await expect(mail).toBeHidden()
  await expect(recipient).toBeFocused()
})

test('a link within the shown mail leads nowhere', async ({ page, company }) => {
  await writeMails(company)
  await page.goto('/mail-outbox?search=ada')
  const mail = await open(page, 'ada@example.org')
  const asked: string[] = []
  page.context().on('request', (request) => asked.push(request.url()))
  const html = mail.frameLocator('iframe')
  await html.getByRole('link', { name: 'Accept the invitation' }).click()
  await html.getByRole('link', { name: 'Accept the invitation' }).press('Enter')

  await mail.getByRole('tab', { name: 'Text' }).click()
  await mail.getByRole('tab', { name: 'HTML' }).click()
  await expect(html.getByText('Hello Ada,')).toBeVisible()
  expect(page.context().pages()).toHaveLength(1)
  expect(asked.filter((url) => url.includes('/invitation/'))).toEqual([])
})

test('a guest’s links are copied each for itself', async ({ page, company }) => {
  await writeMails(company)
  await page.goto('/mail-outbox')
  const mail = await open(page, 'sofia@example.net')
  const links = mail.getByRole('region', { name: 'Links' }).getByRole('listitem')
  await expect(links).toHaveText(['room 1 · Guest', 'room 2 · Guest'])
  const copied = new Set<string>()
  for (const room of ['room 1', 'room 2']) {
    await mail.getByRole('button', { name: `Copy the link to ${room}` }).click()
    copied.add(await copiedIn(page))
  }
  expect(copied.size).toBe(2)
  for (const link of copied) expect(link).toMatch(/\/guest\//u)
})

test('a withdrawn mail says so, and that its link no longer opens', async ({ page, company }) => {
  await writeMails(company)
  await page.goto('/mail-outbox?state=withdrawn')
  const mail = await open(page, 'grace@example.org')
  await expect(mail.getByText('withdrawn', { exact: true })).toBeVisible()
  await expect(mail.getByText(/It was not sent/u)).toBeVisible()
  await expect(mail.getByRole('listitem')).toHaveText([/no longer opens/u])
  await expect(mail.getByRole('button', { name: /Copy/u })).toBeHidden()
})

test('the address of a mail opens it, and of one that is not there says so', async ({
  page,
  company,
}) => {
  await writeMails(company)
  type Mails = { readonly mails: readonly { readonly id: string }[] }
  const { mails } = await company.ask<Mails>('/mails?search=ada')
  await page.goto(`/mail-outbox?open=${mails[0]?.id}`)
  await expect(page.getByRole('dialog').getByText('room 1 · Moderator')).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  await expect(page).toHaveURL(/\/mail-outbox$/u)

  await page.goto(`/mail-outbox?open=${company.name.length}`)
  await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible()
})

for (const look of lookPairs) {
  test(`axe finds nothing in an opened mail: ${look.scheme}, ${look.language}`, async ({
    page,
    company,
  }) => {
    test.slow()
    await writeMails(company)
    await lookAt(page, look)
    for (const recipient of ['sofia@example.net', 'grace@example.org']) {
      const state = recipient.startsWith('grace') ? 'withdrawn' : 'queued'
      await page.goto(`/mail-outbox?search=${recipient}&state=${state}`)
      const mail = await open(page, recipient)
      await expect(mail.frameLocator('iframe').getByText(/^Hello/u)).toBeVisible()
      expect.soft(await violationsOf(page), recipient).toEqual([])
      await mail.getByRole('tab', { name: 'Text' }).click()
      expect.soft(await violationsOf(page), `${recipient} as text`).toEqual([])
    }
  })
}

/** An invitation, one that another took the place of before it left, and a guest’s with two links. */
async function writeMails(company: Company): Promise<void> {
  await company.addRooms('room 1', 'room 2')
  await company.addUsers('ada@example.org,Ada,Lovelace,room 1,Moderator')
  await company.addUsers('grace@example.org,Grace,Hopper,room 2,Participant')
  const { users } = await company.ask<{ users: readonly { id: string }[] }>('/users?search=grace')
  await company.ask(`/users/${users[0]?.id}/invitation`, { method: 'POST' })
  await company.run('invite-guests', ['sofia@example.net,Sofia,"room 1,room 2",Guest,True'])
}

async function open(page: Page, recipient: string): Promise<Locator> {
  await page.getByRole('link', { name: recipient }).click()
  return page.getByRole('dialog')
}

function rows(page: Page): Locator {
  return page.locator('tbody').getByRole('row')
}

/** What the browser keeps where scripts can read it. */
function kept(page: Page): Promise<string> {
  return page.evaluate('JSON.stringify([localStorage, sessionStorage])')
}

function copiedIn(page: Page): Promise<string> {
  return page.evaluate('navigator.clipboard.readText()')
}
