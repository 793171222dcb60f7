import type { Page } from '@playwright/test'
import { expect, test } from './support/test.ts'

const header = 'email,first name,last name'
const people = (count: number) => [
  header,
  ...Array.from({ length: count }, (_, index) => `p${index}@example.org,Ada,Number ${index}`),
]

test('rows with problems are skipped only when somebody says so', async ({ page, company }) => {
  const batch = await company.verify('invite-users', [...people(2), 'nobody,No,Body'])
  await page.goto(`/batch-operations/${batch}`)
  await page.getByRole('button', { name: 'Execute operation' }).click()
  const execute = question(page).getByRole('button', { name: 'Execute operation' })
  await expect(execute).toBeDisabled()
  await expect(execute).toHaveAccessibleDescription(/tick that they are skipped/u)
  await question(page).getByRole('checkbox', { name: 'Skip the row with a problem' }).check()
  await execute.click()
  await expect(result(page)).toContainText('2 people were invited')
  await expect(result(page)).toContainText('1 skipped: problems')
})

test('how many users are deleted has to be typed', async ({ page, company }) => {
  await company.run('invite-users', people(3))
  const batch = await company.verify('delete-users', ['p0@example.org', 'p1@example.org'])
  await page.goto(`/batch-operations/${batch}`)
  await page.getByRole('button', { name: 'Execute operation' }).click()
  const execute = question(page).getByRole('button', { name: 'Delete 2 users' })
  await expect(execute).toBeDisabled()
  await question(page).getByRole('textbox', { name: 'Type 2 to confirm' }).fill('3')
  await expect(execute).toBeDisabled()
  await question(page).getByRole('textbox', { name: 'Type 2 to confirm' }).fill('2')
  await execute.click()
  await expect(result(page)).toContainText('2 users were deleted')
})

test('where nothing would change, nothing can be executed, and it says why', async ({
  page,
  company,
}) => {
  await company.run('invite-users', people(1))
  const batch = await company.verify('invite-users', people(1))
  await page.goto(`/batch-operations/${batch}`)
  const execute = page.getByRole('button', { name: 'Execute operation' })
  await expect(execute).toBeDisabled()
  await expect(execute).toHaveAccessibleDescription(/no row would change anything/u)
})

test('a plan that changed elsewhere is shown and asked about anew, never executed unseen', async ({
  page,
  company,
}) => {
  const batch = await company.verify('invite-users', people(3))
  const leaveOut = (row: number) =>
    company.ask(`/batches/${batch}/left-out`, {
      method: 'POST',
      body: { leftOut: true, rows: [row] },
    })
  await page.goto(`/batch-operations/${batch}`)
  await page.getByRole('button', { name: 'Execute operation' }).click()
  await expect(question(page)).toContainText('3 people will be invited')
  await leaveOut(1)
  await company.ask(`/batches/${batch}/verification`, { method: 'POST' })
  await question(page).getByRole('button', { name: 'Execute operation' }).click()
  await expect(question(page).getByRole('alert')).toContainText('The plan has changed')
  await expect(question(page)).toContainText('2 people will be invited')
  await question(page).getByRole('button', { name: 'Execute operation' }).click()
  await expect(result(page)).toContainText('2 people were invited')
})

test('two tabs show the same, whichever of them executes', async ({ page, company, context }) => {
  test.slow()
  const batch = await company.draft('invite-users', people(3))
  const other = await context.newPage()
  await other.goto(`/batch-operations/${batch}`)
  await expect(other.getByRole('button', { name: 'Verify data' })).toBeVisible()
  // A tab in the background is drawn late.
  await page.bringToFront()
  await page.goto(`/batch-operations/${batch}`)
  await page.getByRole('button', { name: 'Verify data' }).click()
  await expect(other.getByText('3 people will be invited')).toBeVisible()
  await page.getByRole('button', { name: 'Execute operation' }).click()
  await question(page).getByRole('button', { name: 'Execute operation' }).click()
  await expect(result(page)).toContainText('3 people were invited')
  await expect(result(other)).toContainText('3 people were invited')
})

test('an execution is stopped, says what is left, and goes on to its end', async ({
  page,
  company,
}) => {
  const batch = await company.verify('invite-users', people(30_000))
  await page.goto(`/batch-operations/${batch}`)
  await page.getByRole('button', { name: 'Execute operation' }).click()
  await question(page).getByRole('button', { name: 'Execute operation' }).click()
  await expect(page.getByRole('progressbar', { name: 'Executed rows' })).toBeVisible()
  await page.getByRole('button', { name: 'Stop' }).click()
  const stopped = page.getByRole('region', { name: 'Interrupted execution' })
  await expect(stopped).toContainText('rows have not been executed')
  await stopped.getByRole('button', { name: 'Go on' }).click()
  await expect(result(page)).toContainText('30,000 people were invited', { timeout: 60_000 })
})

test('the history tells of every batch and opens it; an unknown one is said to be none', async ({
  page,
  company,
}) => {
  await page.goto('/batch-operations/history')
  await expect(page.getByText('There are no batches yet')).toBeVisible()
  await company.run('invite-users', people(2))
  await page.reload()
  const row = page.getByRole('row', { name: /Invite users/u })
  await expect(row).toContainText('done')
  await expect(row).toContainText('admin@example.org')
  await row.getByRole('link', { name: 'Invite users' }).click()
  await expect(result(page)).toContainText('2 people were invited')
  await page.goto('/batch-operations/none')
  await expect(page.getByRole('heading', { name: 'There is no such batch' })).toBeVisible()
})

const question = (page: Page) => page.getByRole('dialog')
const result = (page: Page) => page.getByRole('region', { name: 'Result', exact: true })
