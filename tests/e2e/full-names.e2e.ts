import type { Page } from '@playwright/test'
import { cell, grid, provide, row, verify } from './support/journey.ts'
import { expect, test } from './support/test.ts'
import { violationsOf } from './support/violations-of.ts'

const text = [
  'Name;Department;Email',
  'Lovelace, Ada;Engines;ada@example.org',
  'Grace Hopper;Compilers;grace@example.org',
].join('\n')

test('a column of full names is split by itself, and the halves say where they come from', async ({
  page,
}) => {
  await provide(page, 'Invite users', text)
  await expect(header(page, 'Column for “First name”')).toContainText('from “Name”')
  await expect(header(page, 'Column for “Last name”')).toContainText('from “Name”')
  await expect(header(page, 'Use “Name” as')).toContainText('is split')
  await expect(row(page, 'ada@example.org').getByRole('gridcell')).toContainText([
    'Ada',
    'Lovelace',
    'Lovelace, Ada',
  ])
  expect(await violationsOf(page)).toEqual([])
})

test('names are not split where a person does not want it, and are split again', async ({
  page,
}) => {
  await provide(page, 'Invite users', text)
  const first = page.getByLabel('Column for “First name”')
  await first.selectOption('Do not split “Name”')
  await expect(grid(page).getByText('A column is needed')).toHaveCount(2)
  await expect(grid(page)).not.toContainText('from “Name”')
  await expect(cell(page, 'ada@example.org', 3)).not.toContainText('Ada')

  // Name and all as a first name, which is not what was meant …
  await first.selectOption({ label: 'Name' })
  await expect(grid(page).getByText('A column is needed')).toHaveCount(1)
  // … and back, from the menu of the field and from that of the column.
  const split = first.locator('optgroup[label="Split into first and last name"] > option')
  await first.selectOption((await split.getAttribute('value')) ?? '')
  await expect(header(page, 'Column for “Last name”')).toContainText('from “Name”')
  await page.getByLabel('Use “Name” as').selectOption('Do not split “Name”')
  await page.getByLabel('Use “Name” as').selectOption('Split into first and last name')
  await expect(header(page, 'Column for “First name”')).toContainText('from “Name”')

  // Another choice leaves the split as it is.
  await page.getByLabel('Use “Department” as').selectOption('Email')
  await page.getByLabel('Use “Email” as').selectOption('Email')
  await expect(page.getByLabel('Use “Department” as')).toBeVisible()
  await expect(header(page, 'Column for “First name”')).toContainText('from “Name”')
  await expect(await verify(page)).toBeVisible()
  await expect(row(page, 'grace@example.org')).toContainText('Hopper')
})

/** The header of a column, by what is chosen in it. */
function header(page: Page, choice: string) {
  return grid(page)
    .getByRole('columnheader')
    .filter({ has: page.getByLabel(choice) })
}
