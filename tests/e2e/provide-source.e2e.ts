import type { Page } from '@playwright/test'
import { expect, test } from './support/test.ts'

const people = {
  name: 'people.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from('E-mail;First name;Last name\nada@example.org;Ada;Lovelace\n'),
}

test('an operation is selected in the drop-down, and says what it needs', async ({ page }) => {
  await page.goto('/batch-operations')
  await page.getByRole('combobox', { name: 'Select batch operation' }).click()
  await page.getByRole('option', { name: 'Invite guests' }).click()
  await expect(page).toHaveURL(/operation=invite-guests/u)
  await expect(page.getByRole('definition').filter({ hasText: 'True or False' })).toBeVisible()
  await expect(page.getByRole('table', { name: 'Example' })).toContainText('kurt@example.net')
  for (const format of ['XLSX', 'CSV']) {
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: format }).click()
    expect((await download).suggestedFilename()).toMatch(
      new RegExp(`^invite-guests.*\\.${format}$`, 'iu'),
    )
  }
})

test('the copied example is pasted as it is, and one click too many makes no second batch', async ({
  page,
  company,
}) => {
  await page.goto('/batch-operations?operation=invite-users')
  await page.getByRole('button', { name: 'Copy' }).click()
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('ControlOrMeta+v')
  await page.getByRole('button', { name: 'Process text' }).dblclick()
  await expect(source(page)).toContainText('Entered text')
  await expect(source(page)).toContainText('3 rows')
  expect((await company.ask<{ batches: readonly unknown[] }>('/batches')).batches).toHaveLength(1)
})

test('a file that comes first waits for its operation', async ({ page }) => {
  await page.goto('/batch-operations')
  await page.locator('input[type=file]').setInputFiles(people)
  await expect(page.getByText('as soon as an operation is selected')).toBeVisible()
  await page.getByRole('button', { name: /^Invite users/u }).click()
  await expect(source(page)).toContainText('people.csv')
})

test('what cannot be sent or read is said in its place, and nothing that was entered is lost', async ({
  page,
}) => {
  await page.goto('/batch-operations?operation=invite-users')
  const text = page.getByRole('textbox', { name: 'Plain text' })
  await text.fill('ada@example.org,"Ada')
  await page.getByRole('button', { name: 'Process text' }).click()
  await expect(page.getByRole('alert')).toContainText('quotation mark')
  await expect(text).toHaveValue('ada@example.org,"Ada')

  await page.route('**/api/v1/batches', (route) => route.abort())
  await page.locator('input[type=file]').setInputFiles(people)
  await expect(page.getByRole('alert')).toContainText('The server cannot be reached')
  await page.unroute('**/api/v1/batches')
  await page.getByRole('link', { name: 'Rooms', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Rooms', level: 1 })).toBeVisible()
  await page.goBack()
  await expect(text).toHaveValue('ada@example.org,"Ada')
  await page.getByRole('button', { name: 'Upload', exact: true }).click()
  await expect(source(page)).toContainText('people.csv')
})

test('what was recognised is put right at once, and after a reload with the file chosen again', async ({
  page,
}) => {
  await page.goto('/batch-operations?operation=invite-users')
  await page.locator('input[type=file]').setInputFiles(people)
  await choose(page, 'Delimiter: semicolon', 'comma')
  await expect(source(page)).toContainText('2 rows')
  await choose(page, 'Delimiter: comma', 'semicolon')
  await expect(source(page)).toContainText('1 row')
  await choose(page, 'First row: header', 'no header')
  await expect(source(page)).toContainText('2 rows')

  await page.reload()
  await choose(page, 'First row: no header', 'header in the first row')
  await expect(source(page)).toContainText('1 row')
  await choose(page, 'Delimiter: semicolon', 'comma')
  const question = page.getByRole('dialog', { name: 'Choose the file again' })
  await expect(question).toContainText('the server keeps the rows, but no files')
  await question.locator('input[type=file]').setInputFiles(people)
  await expect(question).toBeHidden()
  await expect(page.getByRole('button', { name: 'Delimiter: comma' })).toBeVisible()
})

function source(page: Page) {
  return page.getByRole('region', { name: 'Source', exact: true })
}

async function choose(page: Page, what: string, value: string): Promise<void> {
  await page.getByRole('button', { name: what }).click()
  await page.getByRole('menuitemradio', { name: value }).click()
}
