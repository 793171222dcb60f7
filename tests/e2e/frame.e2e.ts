import { expect, test } from './support/test.ts'

test('the main menu leads to every page', async ({ page }) => {
  await page.goto('/')
  const menu = page.getByRole('navigation', { name: 'Main menu' })
  for (const name of [
    'Batch Operations',
    'History',
    'Company settings',
    'Mail outbox',
    'Users',
    'Rooms',
    'Guests',
    'My rooms',
  ]) {
    const link = menu.getByRole('link', { name, exact: true })
    await link.click()
    await expect(link).toHaveAttribute('aria-current', 'page')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
})

test('the language is the browser’s until another one is chosen, and is kept', async ({ page }) => {
  await page.goto('/users')
  await expect(page.getByRole('link', { name: 'Users', exact: true })).toBeVisible()
  await page.getByText('DE', { exact: true }).click()
  await expect(page.getByRole('link', { name: 'Benutzer', exact: true })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('link', { name: 'Benutzer', exact: true })).toBeVisible()
})

test('an address without a page says so, and leads back', async ({ page }) => {
  await page.goto('/nowhere')
  await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible()
  await page.getByRole('link', { name: 'To the start page' }).click()
  await expect(page).toHaveURL(/\/batch-operations$/)
})

test('without a server the other pages still open, say so, and what was typed stays', async ({
  page,
}) => {
  const menu = page.getByRole('navigation', { name: 'Main menu' })
  const text = page.getByRole('textbox', { name: 'Plain text' })
  const fetched = page.waitForResponse(/\/rooms-[^/]+\.js$/u)
  await page.goto('/batch-operations?operation=invite-users')
  await text.fill('ada@example.org,Ada,Lovelace')
  await (await fetched).finished()
  await page.waitForLoadState('networkidle')

  await page.context().setOffline(true)
  await menu.getByRole('link', { name: 'Rooms', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('The server cannot be reached.')
  await page.context().setOffline(false)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { name: 'There are no rooms yet' })).toBeVisible()

  await menu.getByRole('link', { name: 'Batch Operations' }).click()
  await expect(text).toHaveValue('ada@example.org,Ada,Lovelace')
})

test('the first load is less than 300 kB of compressed JavaScript', async ({ page }) => {
  await page.goto('/batch-operations')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.waitForLoadState('networkidle')
  const sizes = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map((entry) => entry.toJSON() as { name: string; encodedBodySize: number })
      .filter(({ name }) => name.endsWith('.js'))
      .map(({ encodedBodySize }) => encodedBodySize),
  )
  const sum = sizes.reduce((total, size) => total + size, 0)
  expect(sizes.length).toBeGreaterThan(3)
  expect(sum).toBeGreaterThan(100_000)
  expect(sum).toBeLessThan(300_000)
})
