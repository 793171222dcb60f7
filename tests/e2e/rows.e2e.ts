import { downloadReport } from './support/download.ts'
import { cell, execute, grid, overview, provide, row, verify, write } from './support/journey.ts'
import { expect, test } from './support/test.ts'

test('cells are written in the rows: Enter saves, Escape leaves, Tab saves and goes on', async ({
  page,
}) => {
  await provide(page, 'Invite users', people.join('\n'))
  await verify(page)
  const name = cell(page, 'ada@', 3)
  await name.dblclick()
  await expect(name.getByRole('textbox', { name: 'First name, line 2' })).toBeFocused()
  await page.keyboard.type('Augusta')
  await page.keyboard.press('Escape')
  await expect(name).toHaveText('Ada')
  await expect(name).toBeFocused()

  await page.keyboard.type('Augusta Ada')
  await page.keyboard.press('Enter')
  await expect(name).toContainText('Augusta Ada')
  await expect(name).toBeFocused()
  await expect(row(page, 'ada@')).toContainText(/Ready.*Corrected here/u)

  await page.keyboard.press('F2')
  await page.keyboard.press('Tab')
  await expect(
    cell(page, 'ada@', 4).getByRole('textbox', { name: 'Last name, line 2' }),
  ).toBeFocused()
  await page.keyboard.type('King')
  await page.keyboard.press('Tab')
  await expect(grid(page).getByRole('textbox', { name: 'Email, line 3' })).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Escape')
  await expect(cell(page, 'ada@', 4)).toContainText('King')

  await write(cell(page, 'konrad@', 2), 'nowhere')
  await expect(row(page, 'nowhere')).toContainText('Problem')
  await expect(cell(page, 'nowhere', 2)).toHaveAttribute('aria-invalid', 'true')
  await expect(cell(page, 'nowhere', 2)).toHaveAccessibleDescription(/not an email address/u)
})

test('rows are left out and taken back, and problem rows are downloaded with their reasons', async ({
  page,
}) => {
  await provide(page, 'Invite users', [...people, ...mistakes].join('\n'))
  const view = await verify(page)
  const { csv, xlsx } = await downloadReport(page, 'Download problem rows')
  expect(csv.map(({ email, code, line }) => [email, code, line])).toEqual([
    ['grace@example', 'invalid-email', '5'],
    ['edith@example', 'invalid-email', '6'],
    ['lise@example.org', 'missing-value', '7'],
  ])
  expect(xlsx).toEqual(csv)

  await page.getByRole('button', { name: 'Leave these out: Email: not an email address' }).click()
  await expect(view.getByText('2 rows were left out. 1 row has a problem.')).toBeVisible()
  await page.getByRole('button', { name: 'Leave line 7 out' }).click()
  await expect(view.getByText('No row has a problem.')).toBeVisible()
  await page.getByRole('button', { name: 'Leave line 2 out' }).click()
  await expect(view.getByRole('button', { name: '4 left out' })).toBeVisible()
  await page.getByRole('button', { name: 'Take line 2 back' }).click()
  await expect(view.getByRole('button', { name: '3 left out' })).toBeVisible()

  await view.getByRole('button', { name: '3 left out' }).click()
  await expect(grid(page).getByRole('row')).toHaveCount(4)
  await page.getByRole('button', { name: 'Show all rows' }).click()
  await expect(grid(page).getByRole('row')).toHaveCount(7)
  const done = await execute(page)
  await expect(done.getByText(/^3 people were invited/u)).toBeVisible()
})

test('rows are narrowed down and searched, which the address keeps', async ({ page }) => {
  await provide(page, 'Invite users', [...people, ...mistakes].join('\n'))
  const view = await verify(page)
  await view.getByRole('button', { name: '3 with problems' }).click()
  await expect(grid(page).getByRole('row')).toHaveCount(4)
  await expect(page).toHaveURL(/state=error/u)
  await page.getByRole('searchbox', { name: 'Search the rows' }).fill('EDITH')
  await expect(grid(page).getByRole('row')).toHaveCount(2)
  await expect(row(page, 'edith@example')).toBeVisible()

  await page.reload()
  await expect(grid(page).getByRole('row')).toHaveCount(2)
  await expect(page.getByRole('searchbox')).toHaveValue('EDITH')
  await page.getByRole('button', { name: 'Remove the filter “containing “EDITH””' }).click()
  await expect(grid(page).getByRole('row')).toHaveCount(4)
  await page.getByRole('searchbox').fill('nobody at all')
  await page.getByRole('button', { name: 'Clear the filters' }).click()
  await expect(grid(page).getByRole('row')).toHaveCount(7)

  await page.getByRole('button', { name: 'Show rows: Last name: missing value' }).click()
  await expect(row(page, 'lise@example.org')).toBeVisible()
  await expect(grid(page).getByRole('row')).toHaveCount(2)
})

test('columns are removed and come back, and another column fills a field', async ({ page }) => {
  await provide(
    page,
    'Invite users',
    [
      'e-mail;first name;last name;nickname;department;password',
      'ada@example.org;Augusta;King;Ada;Mathematics;secret',
    ].join('\n'),
  )
  const columns = grid(page).getByRole('columnheader')
  await expect(columns).toHaveCount(8)
  await expect(row(page, 'ada@')).toContainText('Mathematics')
  await expect(row(page, 'ada@')).toContainText('not stored')
  await expect(row(page, 'ada@')).not.toContainText('secret')

  await page.getByRole('button', { name: 'Remove the column “department”' }).click()
  await page.getByRole('button', { name: 'Remove the column “password”' }).click()
  await expect(row(page, 'ada@')).not.toContainText('Mathematics')
  await page.reload()
  await expect(row(page, 'ada@')).toBeVisible()
  await expect(row(page, 'ada@')).not.toContainText('Mathematics')
  await page.getByRole('button', { name: '2 removed columns' }).click()
  await page.getByRole('menuitem', { name: 'Bring back “department”' }).click()
  await expect(row(page, 'ada@')).toContainText('Mathematics')

  await page.getByLabel('Column for “First name”').selectOption('nickname')
  await expect(cell(page, 'ada@', 3)).toHaveText('Ada')
  const view = await verify(page)
  await page.getByLabel('Use “first name” as').selectOption('Last name')
  await expect(cell(page, 'ada@', 4)).toHaveText('Augusta')
  await expect((await overview(page)).getByText(/^1 person will be invited/u)).toBeVisible()
  await expect(view.getByText('No row has a problem.')).toBeVisible()
})

test('whether the first row is a header can be put right', async ({ page }) => {
  await provide(page, 'Invite users', people.join('\n'))
  const source = page.getByRole('region', { name: 'Source' })
  await expect(source.getByText('3 rows', { exact: true })).toBeVisible()
  await source.getByRole('button', { name: /^First row: header in the first row/u }).click()
  await page.getByRole('menuitemradio', { name: 'no header' }).click()
  await expect(source.getByText('4 rows', { exact: true })).toBeVisible()
  const view = await verify(page)
  await expect(view.getByText('1 row has a problem.')).toBeVisible()

  await source.getByRole('button', { name: /^First row: no header/u }).click()
  await page.getByRole('menuitemradio', { name: 'header in the first row' }).click()
  await expect(source.getByText('3 rows', { exact: true })).toBeVisible()
  await expect(view.getByText('No row has a problem.')).toBeVisible()
})

const people = [
  'email,first name,last name',
  'ada@example.org,Ada,Lovelace',
  'alan@example.org,Alan,Turing',
  'konrad@example.org,Konrad,Zuse',
]

const mistakes = [
  'grace@example,Grace,Hopper',
  'edith@example,Edith,Clarke',
  'lise@example.org,Lise,',
]
