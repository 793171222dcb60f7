import { readFile } from 'node:fs/promises'
import { addActive, anotherBrowser, signIn } from './support/come-in.ts'
import { expect, test } from './support/test.ts'

const password = 'three quiet lanterns'

test('whoever changes the password is signed in here, and nowhere else', async ({
  page,
  company,
  browser,
  roster,
}) => {
  const { email } = await addActive(company, 'rosa@example.net,Rosa,Parks', password)
  const elsewhere = await anotherBrowser(browser, roster.url)
  await signIn(elsewhere, email, password)
  await expect(elsewhere.getByRole('heading', { level: 1, name: 'My rooms' })).toBeVisible()

  await page.context().clearCookies()
  await signIn(page, email, password)
  await page.getByRole('button', { name: /Signed in as/u }).click()
  await page.getByRole('menuitem', { name: 'My account' }).click()
  const section = page.getByRole('region', { name: 'Password' })
  await section.getByLabel('Current password').fill('not this one')
  await section.getByLabel('New password').fill('four quiet lanterns')
  await section.getByRole('button', { name: 'Change password' }).click()
  await expect(section.getByText('This is not the current password.')).toBeVisible()
  await expect(section.getByLabel('New password')).toHaveValue('four quiet lanterns')
  await section.getByLabel('Current password').fill(password)
  await section.getByRole('button', { name: 'Change password' }).click()
  await expect(page.getByText('The password is changed.')).toBeVisible()
  await expect(section.getByLabel('New password')).toHaveValue('')

  await elsewhere.reload()
  await expect(elsewhere.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await signIn(elsewhere, email, 'four quiet lanterns')
  await expect(elsewhere.getByRole('heading', { level: 1, name: 'My rooms' })).toBeVisible()
  await elsewhere.context().close()
})

test('sessions are seen, one is ended, and then all of them', async ({
  page,
  company,
  browser,
  roster,
}) => {
  const { email } = await addActive(company, 'emmy@example.net,Emmy,Noether', password)
  const elsewhere = await anotherBrowser(browser, roster.url)
  await signIn(elsewhere, email, password)
  await expect(elsewhere.getByRole('heading', { level: 1, name: 'My rooms' })).toBeVisible()

  await page.context().clearCookies()
  await page.goto('/account')
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  const section = page.getByRole('region', { name: 'Sessions' })
  // That of the invitation, that of the other browser, and this one.
  await expect(section.getByRole('listitem')).toHaveCount(3)
  await expect(section.getByRole('listitem').filter({ hasText: 'this one' })).toHaveCount(1)
  await section
    .getByRole('listitem')
    .filter({ hasText: 'signed in with the password' })
    .filter({ hasNotText: 'this one' })
    .getByRole('button', { name: /^End the session/u })
    .click()
  await expect(section.getByRole('listitem')).toHaveCount(2)
  await elsewhere.reload()
  await expect(elsewhere.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await elsewhere.context().close()

  await section.getByRole('button', { name: 'Sign out everywhere' }).click()
  const question = page.getByRole('dialog')
  await expect(question.getByText('All 2 sessions end, this one as well.')).toBeVisible()
  await question.getByRole('button', { name: 'Sign out everywhere' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await page.goto('/account')
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
})

test('a key is made for a part of what one may, shown once, and deleted', async ({ page }) => {
  await page.goto('/account')
  const section = page.getByRole('region', { name: 'My API keys' })
  await section.getByRole('button', { name: 'Create a key' }).click()
  await section.getByRole('button', { name: 'Create key' }).click()
  await expect(section.getByText('Enter a name')).toBeVisible()
  await section.getByLabel('Name of the new key').fill('nightly import')
  await section.getByLabel('Only this:').check()
  await section.getByLabel('Administrate rooms').check()
  await expect(section.getByLabel('Create a room')).toBeChecked()
  await expect(section.getByLabel('Create a room')).toBeDisabled()
  await section.getByRole('combobox', { name: 'Expires' }).click()
  await page.getByRole('option', { name: 'in 90 days' }).click()
  await section.getByRole('button', { name: 'Create key' }).click()

  const key = section.getByText(/^roster_[\w-]{64}$/u)
  await expect(key).toBeVisible()
  const asked = await page.request.get('/api/v1/users', {
    headers: { authorization: `Bearer ${await key.textContent()}` },
  })
  expect(asked.status()).toBe(403)
  await section.getByRole('button', { name: 'Hide the key' }).click()
  await expect(key).toBeHidden()
  const entry = section.getByRole('listitem').filter({ hasText: 'nightly import' })
  await expect(entry).toContainText('may do: Administrate rooms')
  await expect(entry).toContainText('expires')

  await section.getByRole('button', { name: 'Delete the key “nightly import”' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete key' }).click()
  await expect(entry).toBeHidden()
})

test('names and language are one’s own to change, and all that is known can be taken along', async ({
  page,
}) => {
  await page.goto('/account')
  const section = page.getByRole('region', { name: 'Profile' })
  await expect(section.getByRole('button', { name: 'Save' })).toBeDisabled()
  await section.getByLabel('First name').fill('Grace')
  await section.getByRole('combobox', { name: 'Language' }).click()
  await page.getByRole('option', { name: 'Deutsch' }).click()
  await section.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Mein Konto' })).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('Vorname')).toHaveValue('Grace')

  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Meine Daten herunterladen' }).click()
  const known = JSON.parse(await readFile(await (await coming).path(), 'utf8')) as object
  expect(known).toMatchObject({ user: { email: 'admin@example.org' } })
})
