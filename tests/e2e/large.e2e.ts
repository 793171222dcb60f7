import { execute, grid, provide, row, verify } from './support/journey.ts'
import { expect, test } from './support/test.ts'

test('100,000 rows are looked through, narrowed down, mended and executed', async ({ page }) => {
  test.setTimeout(240_000)
  await provide(page, 'Invite users', { name: 'everybody.csv', content: people.join('\n') })
  await expect(page.getByText('100,000 rows')).toBeVisible()
  await expect(row(page, 'person-1@example.org')).toBeVisible()
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '100001')

  await row(page, 'person-1@example.org').getByRole('gridcell').first().click()
  await page.keyboard.press('ControlOrMeta+End')
  await expect(row(page, 'person-100000@example.org')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+Home')
  await expect(row(page, 'person-1@example.org')).toBeVisible()
  await grid(page).hover()
  await page.mouse.wheel(0, 1_000_000)
  await expect(row(page, 'person-1@example.org')).not.toBeInViewport()
  // Only what is seen is drawn.
  expect(await grid(page).getByRole('row').count()).toBeLessThan(100)

  const overview = await verify(page)
  await expect(overview.getByText('99,999 people will be invited')).toBeVisible()
  await overview.getByRole('button', { name: '1 with problems' }).click()
  await expect(grid(page).getByRole('row')).toHaveCount(2)
  await page.getByRole('button', { name: 'Leave these out: Email: not an email address' }).click()
  await expect(overview.getByText('No row has a problem.')).toBeVisible({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Clear the filters' }).click()
  await page.getByRole('searchbox', { name: 'Search the rows' }).fill('No 99998')
  await expect(row(page, 'person-99998@example.org')).toContainText('Ready')

  const done = await execute(page)
  await expect(done.getByText(/^99,999 people were invited/u)).toBeVisible()
  await expect(row(page, 'person-99998@example.org')).toContainText('Done')
})

const people = [
  'email,first name,last name',
  ...Array.from({ length: 100_000 }, (_, at) => `${address(at + 1)},Person,No ${at + 1}`),
]

function address(number: number): string {
  return number === 77_777 ? 'nowhere' : `person-${number}@example.org`
}
