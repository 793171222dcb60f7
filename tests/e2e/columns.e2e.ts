import { grid } from './support/journey.ts'
import { expect, test } from './support/test.ts'

test('all columns that nobody needs are removed with one click, and come back with another', async ({
  page,
  company,
}) => {
  const batch = await company.draft('delete-users', [
    'Email,Department,Building,Phone',
    'ada@example.org,Engines,North,1815',
  ])
  await page.goto(`/batch-operations/${batch}`)
  await expect(grid(page).getByText('Engines')).toBeVisible()
  await page.getByRole('button', { name: 'Remove 3 unused columns' }).click()
  await expect(grid(page).getByText('Engines')).toBeHidden()
  await expect(grid(page).getByText('ada@example.org')).toBeVisible()
  await expect(page.getByRole('button', { name: 'unused columns' })).toBeHidden()

  await page.getByRole('button', { name: '3 removed columns' }).click()
  await page.getByRole('menuitem', { name: 'Bring all back' }).click()
  await expect(grid(page).getByText('1815')).toBeVisible()
})
