import { test as base } from '@playwright/test'
import { startRoster } from './support/roster-server.ts'
import { expect, test } from './support/test.ts'

test('whoever is not signed in enters with a key, and arrives where they wanted to go', async ({
  page,
  company,
}) => {
  await page.context().clearCookies()
  await page.goto('/rooms?search=foyer')
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'example company' })).toBeHidden()

  await page.getByRole('link', { name: 'Sign in with an API key' }).click()
  await page.getByRole('button', { name: 'Sign in with the key' }).click()
  await expect(page.getByText('Enter an API key')).toBeVisible()

  await page.getByLabel('API key').fill('roster_wrong')
  await page.getByRole('button', { name: 'Sign in with the key' }).click()
  await expect(page.getByRole('alert')).toBeVisible()

  await page.getByLabel('API key').fill(company.key)
  await page.getByLabel('API key').press('Enter')
  await expect(page.getByRole('heading', { name: 'Rooms', level: 1 })).toBeVisible()
  expect(page.url()).toContain('/rooms?search=foyer')
})

test('the key is kept nowhere in the browser', async ({ page, company }) => {
  await page.context().clearCookies()
  await page.goto('/sign-in?with=key')
  await page.getByLabel('API key').fill(company.key)
  await page.getByLabel('API key').press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Batch Operations' })).toBeVisible()

  const state = await page.context().storageState()
  const [cookie] = state.cookies
  expect(JSON.stringify(state)).not.toContain(company.key.slice(7))
  expect(state.cookies).toHaveLength(1)
  expect(cookie).toMatchObject({ name: 'roster_session', httpOnly: true, sameSite: 'Strict' })
  const stored = await page.evaluate('JSON.stringify([localStorage, sessionStorage])')
  expect(stored).not.toContain(company.key.slice(7, 20))
})

test('whoever signs out is out, in other tabs as well', async ({ page, context }) => {
  await page.goto('/users')
  const other = await context.newPage()
  await other.goto('/rooms')
  await expect(other.getByRole('heading', { level: 1 })).toBeVisible()

  await page.getByRole('button', { name: /Signed in as/u }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await other.reload()
  await expect(other.getByRole('heading', { name: 'Sign in' })).toBeVisible()
})

test('what was typed when a session ended is still there after the sign-in', async ({
  page,
  company,
}) => {
  await page.goto('/batch-operations?operation=invite-users')
  await page.getByRole('textbox', { name: 'Plain text' }).fill('ada@example.org,Ada,Lovelace')
  await page.context().clearCookies()
  await page.getByRole('button', { name: 'Process text' }).click()

  await page.getByRole('link', { name: 'Sign in with an API key' }).click()
  await page.getByLabel('API key').fill(company.key)
  await page.getByLabel('API key').press('Enter')
  await expect(page.getByRole('textbox', { name: 'Plain text' })).toHaveValue(
    'ada@example.org,Ada,Lovelace',
  )
  await page.getByRole('button', { name: 'Process text' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Invite users' })).toBeVisible()
})

test('what somebody typed is not shown to who signs in after them', async ({ page, roster }) => {
  await page.goto('/batch-operations?operation=invite-users')
  await page.getByRole('textbox', { name: 'Plain text' }).fill('ada@example.org,Ada,Lovelace')
  await page.context().clearCookies()
  await page.getByRole('button', { name: 'Process text' }).click()

  const body = { name: 'Another company', admin: 'admin@example.net' }
  const { key } = (await roster.ask('/companies', body)) as { readonly key: string }
  await page.getByRole('link', { name: 'Sign in with an API key' }).click()
  await page.getByLabel('API key').fill(key)
  await page.getByLabel('API key').press('Enter')
  await expect(page.getByRole('textbox', { name: 'Plain text' })).toHaveValue('')
})

test('the company is renamed', async ({ page }) => {
  await page.goto('/company-settings')
  await page.getByLabel('Name', { exact: true }).fill('Rosters & Sons')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('The settings are saved.')).toBeVisible()
  await page.getByRole('button', { name: /Signed in as/u }).click()
  await expect(page.getByText('Rosters & Sons')).toBeVisible()
})

base('the example company is entered with one click', async ({ page }) => {
  const demo = await startRoster('demo')
  try {
    await page.goto(demo.url)
    await page.getByRole('button', { name: 'Sign in to the example company' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Batch Operations' })).toBeVisible()
    await page.getByRole('link', { name: 'Users', exact: true }).click()
    await expect(page.getByText('katherine@example.org')).toBeVisible()
  } finally {
    await demo.end()
  }
})
