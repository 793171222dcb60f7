import {
  askToExecute,
  bring,
  cell,
  execute,
  grid,
  overview,
  provide,
  result,
  row,
  select,
  verify,
  write,
} from './support/journey.ts'
import { expect, test } from './support/test.ts'

test('whoever reloads the page goes on where they were, in each step', async ({ page }) => {
  await page.goto('/batch-operations')
  await select(page, 'Invite users')
  await page.reload()
  await expect(page.getByRole('combobox', { name: 'Select batch operation' })).toHaveValue(
    'Invite users',
  )

  await bring(page, people.join('\n'))
  await expect(row(page, 'ada@example.org')).toBeVisible()
  await page.reload()
  await expect(row(page, 'ada@example.org')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Verify data' })).toBeEnabled()

  await verify(page)
  await page.getByRole('button', { name: '1 with problems' }).click()
  await expect(grid(page).getByRole('row')).toHaveCount(2)
  await page.reload()
  await overview(page)
  await expect(grid(page).getByRole('row')).toHaveCount(2)
  await write(cell(page, 'grace@example', 2), 'grace@example.org')
  await expect(page.getByText('No row has a problem.')).toBeVisible()

  await execute(page)
  await page.reload()
  const done = await result(page)
  await expect(done.getByText(/^3 people were invited/u)).toBeVisible()
  await page.getByRole('button', { name: 'Show all rows' }).click()
  await expect(row(page, 'grace@example.org')).toContainText('Done')
})

test('a batch that is executing goes on while its page is left, and is found again', async ({
  page,
}) => {
  await provide(page, 'Invite users', numbered(20_000))
  await verify(page)
  const question = await askToExecute(page)
  await question.getByRole('button', { name: 'Execute operation' }).click()
  await expect(page.getByRole('progressbar', { name: 'Executed rows' })).toBeVisible()
  await page.reload()
  await page.getByRole('link', { name: 'History' }).click()
  await page.getByRole('link', { name: 'Invite users' }).click()
  const done = await result(page)
  await expect(done.getByRole('button', { name: '20,000 done' })).toBeVisible()
})

test('two tabs show the same batch, and it is executed once', async ({ page, context }) => {
  await provide(page, 'Invite users', people.join('\n'))
  await verify(page)
  const other = await context.newPage()
  await other.goto(page.url())
  await expect((await overview(other)).getByText('1 row has a problem.')).toBeVisible()

  await write(cell(other, 'grace@example', 2), 'grace@example.org')
  await expect((await overview(other)).getByText('No row has a problem.')).toBeVisible()
  await expect((await overview(page)).getByText('No row has a problem.')).toBeVisible()
  await expect(row(page, 'grace@example.org')).toContainText('Ready')

  const question = await askToExecute(page)
  // This tab hears of the other one only once it has tried as well.
  const tried = page.waitForResponse('**/execution')
  await page.route('**/api/v1/batches/*', async (route) => {
    await tried
    await route.continue()
  })
  await execute(other)
  // A browser may swallow a click in a tab behind another.
  await page.bringToFront()
  await question.getByRole('button', { name: 'Execute operation' }).click()
  await expect(
    page.getByText('This batch was executed elsewhere meanwhile; it was not executed twice.'),
  ).toBeVisible()
  await expect((await result(page)).getByText(/^3 people were invited/u)).toBeVisible()
})

const people = [
  'email,first name,last name',
  'ada@example.org,Ada,Lovelace',
  'alan@example.org,Alan,Turing',
  'grace@example,Grace,Hopper',
]

/** So many people as a file. */
function numbered(count: number) {
  const rows = Array.from({ length: count }, (_, at) => `person-${at}@example.org,Person,No ${at}`)
  return { name: 'many.csv', content: rows.join('\n') }
}
