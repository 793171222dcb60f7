import { fileURLToPath } from 'node:url'
import { bring, grid, provide, row, select } from './support/journey.ts'
import { expect, test } from './support/test.ts'
import { violationsOf } from './support/violations-of.ts'

test('a report of which every row is done is taken all the same, if a person wants it', async ({
  page,
  company,
}) => {
  const header = 'email,first name,last name'
  await company.run('invite-users', [header, 'ada@example.org,Ada,King'])
  await page.goto('/batch-operations')
  await select(page, 'Invite users')
  const report = `${header},line,state,code,message,suggestion\nada@example.org,Ada,King,2,done,,,`
  // As a text, which is offered again as a file is.
  await bring(page, report)
  await expect(page.getByRole('alert')).toContainText('Every row of this report is done (1)')
  expect(await violationsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Take all rows' }).click()
  await expect(row(page, 'ada@example.org')).toBeVisible()
})

test('what is hidden or merged in a workbook is said, and another sheet begins anew', async ({
  page,
}) => {
  const file = fileURLToPath(new URL('../fixtures/workbooks/course.xlsx', import.meta.url))
  await provide(page, 'Remove users from rooms', { file })
  const notices = page.getByRole('list', { name: 'How it was read' })
  await expect(notices).toContainText('Rows that are hidden in the sheet')
  await expect(notices).toContainText('Columns that are hidden in the sheet')
  await page.getByRole('button', { name: /^Where reading begins/u }).click()
  await page.getByRole('textbox', { name: 'Line of the header, or of the first row' }).fill('4')
  await page.getByRole('button', { name: 'Read from there' }).click()
  await expect(page.getByRole('button', { name: /from line 4 on/u })).toBeVisible()

  await page.getByRole('button', { name: /^Sheet:/u }).click()
  await page.getByRole('menuitemradio', { name: 'sheet “Old”' }).click()
  await expect(notices).toContainText('The sheet “Old” is hidden in the workbook.')
  await expect(row(page, 'alan@example.org')).toBeVisible()
})

test('what was taken for a list of addresses is a table, once its delimiter is chosen', async ({
  page,
}) => {
  await provide(page, 'Invite users', 'Jane Doe <jane@example.org>; John Roe <john@example.org>')
  await expect(row(page, 'john@example.org')).toBeVisible()
  await page.getByRole('button', { name: 'Delimiter: list of addresses. Change' }).click()
  await page.getByRole('menuitemradio', { name: 'semicolon' }).click()
  await expect(page.getByRole('button', { name: 'Delimiter: semicolon. Change' })).toBeVisible()
})

test('where a part of the name has no column, the column that may hold full names can be split', async ({
  page,
}) => {
  const names = ['Plato', 'Sappho', 'Ada King']
  const lines = ['Mail,Anzeigename', ...names.map((name, at) => `p${at}@example.org,${name}`)]
  await provide(page, 'Invite users', lines.join('\n'))
  const offer = page.getByRole('button', { name: 'Split “Anzeigename” into first and last name' })
  expect(await violationsOf(page)).toEqual([])
  await offer.click()
  await expect(offer).toBeHidden()
  await expect(grid(page)).toContainText('from “Anzeigename”')
  await expect(page.getByRole('button', { name: 'Verify data' })).toBeEnabled()
})

test('a paste of 5 MB is sent as a file, and the page goes on answering', async ({ page }) => {
  await page.goto('/batch-operations')
  await select(page, 'Delete users')
  const lines = Array.from({ length: 200_000 }, (_, at) => `somebody-${at}@example.org`)
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(lines.join('\n'))})`)
  const text = page.getByRole('textbox', { name: 'Plain text' })
  await text.press('Control+v')
  await expect(grid(page)).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('region', { name: 'Source' })).toContainText('200,000 rows')
})
