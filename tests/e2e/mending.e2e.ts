import type { Page } from '@playwright/test'
import {
  cell,
  execute,
  grid,
  overview,
  problem,
  problems,
  provide,
  row,
  verify,
  write,
} from './support/journey.ts'
import { expect, test } from './support/test.ts'

test('a list with every kind of mistake is put right on the screen, and executes', async ({
  page,
  company,
}) => {
  test.slow()
  await company.addRooms('room 1', 'room 2', 'room 3')
  await provide(page, 'Invite guests', guests.join('\n'))
  await verify(page)
  await expect(page.getByText('12 rows have problems.')).toBeVisible()
  await problems(page).getByRole('button', { name: 'Show 3 more kinds of problem' }).click()
  await expect(problems(page).getByRole('listitem')).toHaveCount(11)
  await expect(problem(page, 'unknown room “Roon 2”')).toContainText('2 ×')

  await test.step('one click mends all rows that say the same', async () => {
    await act(page, 'Replace by “room 2”: unknown room “Roon 2”')
    await expect(page.getByText('2 rows now say “room 2”. 10 rows have problems.')).toBeVisible()
    await expect(row(page, 'emmy@example.net')).toContainText(/Ready.*room 2.*New/u)
  })
  await test.step('where there is no suggestion, a room is chosen', async () => {
    await act(page, 'Replace by …: unknown room “Atlantis”')
    await page.getByRole('combobox', { name: /instead of “Atlantis”/u }).fill('3')
    await page.getByRole('option', { name: 'room 3' }).click()
    await page.getByRole('button', { name: 'Replace in 1 row' }).click()
    await expect(page.getByText('1 row now says “room 3”. 9 rows have problems.')).toBeVisible()
  })
  await test.step('all suggestions are accepted at once', async () => {
    await page.getByRole('button', { name: 'Accept all 2 suggestions' }).click()
    await expect(page.getByText('2 suggestions were accepted. 7 rows have problems.')).toBeVisible()
    await expect(row(page, 'max@example.net')).toContainText('Participant')
  })
  await test.step('a missing cell is filled in', async () => {
    await act(page, 'Show rows: Name: missing value')
    await expect(grid(page).getByRole('row')).toHaveCount(2)
    await write(cell(page, 'lise@example.net', 3), 'Lise')
    await expect(page.getByText('6 rows have problems.')).toBeVisible()
    await expect(page.getByRole('heading', { name: 'No row matches' })).toBeVisible()
    await page.getByRole('button', { name: 'Clear the filters' }).click()
  })
  await test.step('cells are corrected in the rows', async () => {
    await write(cell(page, 'otto@example', 2), 'otto@example.net')
    await write(cell(page, 'rosa@example.net', 6), 'False')
    await write(cell(page, 'carl@example.net', 3), 'Carl')
    await write(cell(page, 'paul@example.net', 3), 'Paul')
    await expect(page.getByText('2 rows have problems.')).toBeVisible()
  })
  await test.step('what cannot be mended here is left out', async () => {
    await act(page, 'Leave these out: too many cells')
    await expect(page.getByText('1 row was left out. 1 row has a problem.')).toBeVisible()
    await page.getByRole('button', { name: 'Leave line 9 out' }).click()
    await expect((await overview(page)).getByText('No row has a problem.')).toBeVisible()
  })
  await expect(problems(page)).toBeHidden()
  const done = await execute(page)
  await expect(done.getByRole('button', { name: '11 done' })).toBeVisible()
  await expect(done.getByRole('button', { name: '2 left out' })).toBeVisible()
})

test('somebody who is not there, or oneself, is nobody to delete', async ({ page, company }) => {
  await company.addRooms('room 1')
  await company.addUsers('ada@example.org,Ada,Lovelace,room 1,Guest')
  await provide(page, 'Delete users', 'ada@example.org\nadmin@example.org\nnobody@example.net')
  await verify(page)
  await expect(problem(page, 'your own account')).toContainText('You cannot delete yourself.')
  await expect(problem(page, 'unknown user')).toContainText('There is no user')

  await act(page, 'Leave these out: Email: your own account')
  await expect(page.getByText('1 row was left out. 1 row has a problem.')).toBeVisible()
  await page.getByRole('button', { name: 'Execute operation' }).click()
  const question = page.getByRole('dialog')
  await expect(question.getByText(/Rows with problems cannot be executed/u)).toBeVisible()
  await question.getByLabel('Skip the row with a problem').check()
  await question.getByLabel('Type 1 to confirm the deletion').fill('1')
  await question.getByRole('button', { name: 'Delete 1 user' }).click()
  await expect(page.getByText('1 user was deleted.')).toBeVisible()
  await expect(page.getByRole('button', { name: '1 skipped: problems' })).toBeVisible()
})

test('an address with a slip is mended in one click, in its row or with all alike', async ({
  page,
}) => {
  await provide(
    page,
    'Invite users',
    'ada@example.org,Ada,Lovelace\nalan@@example.org,Alan,Turing\ngrace@example..org,Grace,Hopper',
  )
  await verify(page)
  await page
    .getByRole('button', { name: '“alan@example.org” instead of “alan@@example.org”' })
    .click()
  await expect(row(page, 'alan@example.org')).toContainText('Ready')
  await act(page, 'Replace by “grace@example.org”: Email: not an email address')
  await expect((await overview(page)).getByText('3 people will be invited')).toBeVisible()
  await expect(row(page, 'grace@example.org')).toContainText('Ready')
})

test('what changed after the verification is told in the result, and nothing is forced', async ({
  page,
  company,
}) => {
  await company.addRooms('room 1')
  await company.addUsers(
    'ada@example.org,Ada,Lovelace,room 1,Guest',
    'alan@example.org,Alan,Turing,room 1,Guest',
  )
  await provide(
    page,
    'Assign users to rooms',
    'ada@example.org,room 1,Admin\nalan@example.org,room 1,Admin',
  )
  await verify(page)
  await company.run('delete-users', ['ada@example.org'])
  const done = await execute(page)
  await expect(done.getByRole('button', { name: '1 failed' })).toBeVisible()
  await expect(done.getByText(/^1 row failed/u)).toBeVisible()
  await expect(row(page, 'ada@example.org')).toContainText(
    'since the verification the user was deleted',
  )
  await expect(row(page, 'alan@example.org')).toContainText('Guest → Admin')
})

const guests = [
  'E-mail;Name;Room;Role;Send mail',
  'kurt@example.net;Kurt;room 1;Participant;True',
  'emmy@example.net;Emmy;Roon 2;Spectator;True',
  'sofia@example.net;Sofia;Roon 2;Participant;False',
  'hedy@example.net;Hedy;Atlantis;Participant;True',
  'max@example.net;Max;room 1;Partcipant;True',
  'lise@example.net;;room 1;Guest;True',
  'otto@example;Otto;room 1;Guest;True',
  'kurt@example.net;Kurt;room 1;Moderator;True',
  'rosa@example.net;Rosa;room 1;Guest;maybe',
  'ida@example.net;Ida;room 1;Guest;True;;surplus',
  `carl@example.net;${'Carl '.repeat(100)};room 1;Guest;True`,
  'paul@example.net;Pa\uFFFDl;room 1;Guest;True',
  'nora@example.net;Nora;Room 3;Guest;True',
]

/** Presses what can be done about a kind of problem. */
async function act(page: Page, name: string): Promise<void> {
  await problems(page).getByRole('button', { name }).click()
}
