import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { downloadReport } from './support/download.ts'
import { askToExecute, execute, provide, result, row, select, verify } from './support/journey.ts'
import { expect, test } from './support/test.ts'

test('users are invited by a workbook', async ({ page }) => {
  await provide(page, 'Invite users', fixture('people.xlsx'))
  const overview = await verify(page)
  await expect(
    overview.getByText('3 people will be invited and 3 mails will be sent.'),
  ).toBeVisible()
  await expect(overview.getByText('No row has a problem.')).toBeVisible()
  await expect(overview.getByText('Batch operations cannot be undone!')).toBeVisible()

  const question = await askToExecute(page)
  await expect(question.getByRole('listitem')).toHaveText([
    '3 people will be invited',
    '3 mails will be sent',
  ])
  await question.getByRole('button', { name: 'Execute operation' }).click()
  const done = await result(page)
  await expect(
    done.getByText('3 people were invited and 3 mails were sent or wait in the outbox.'),
  ).toBeVisible()
  await expect(done.getByRole('img', { name: 'All rows: 3 rows done' })).toBeVisible()

  const { csv, xlsx } = await downloadReport(page, 'Download report')
  expect(csv.map(({ 'E-mail': email, line, state }) => [email, line, state])).toEqual([
    ['ines@example.org', '2', 'done'],
    ['tom@example.org', '3', 'done'],
    ['yuki@example.org', '4', 'done'],
  ])
  expect(xlsx).toEqual(csv)

  await done.getByRole('link', { name: 'To the mail outbox' }).click()
  await expect(rows(page)).toHaveText([/yuki@/u, /tom@/u, /ines@/u])
  await goTo(page, 'Users')
  await expect(rows(page)).toHaveText([
    /admin@example\.org/u,
    /ines@example\.org.*Inês.*Araújo.*invited/u,
    /tom@example\.org.*O'Neil, Jr\..*invited/u,
    /yuki@example\.org.*田中.*invited/u,
  ])
})

test('users are deleted by a text, once their number has been typed', async ({ page, company }) => {
  await company.addRooms('room 1')
  await company.addUsers(...people)
  await provide(page, 'Delete users', 'ada@example.org\nGRACE@example.org')
  const overview = await verify(page)
  await expect(overview.getByText('2 users will be deleted.')).toBeVisible()

  const question = await askToExecute(page)
  const confirm = question.getByRole('button', { name: 'Delete 2 users' })
  await expect(confirm).toBeDisabled()
  await expect(question.getByText('Type the number 2 first.')).toBeVisible()
  await question.getByLabel('Type 2 to confirm the deletion').fill('3')
  await expect(confirm).toBeDisabled()
  await question.getByLabel('Type 2 to confirm the deletion').fill('2')
  await confirm.click()
  const done = await result(page)
  await expect(done.getByText('2 users were deleted.')).toBeVisible()
  const { csv } = await downloadReport(page, 'Download report')
  expect(csv.map(({ state }) => state)).toEqual(['done', 'done'])

  await done.getByRole('link', { name: 'To the users' }).click()
  await expect(rows(page)).toHaveText([/admin@example\.org/u, /alan@example\.org/u])
  await goTo(page, 'Mail outbox')
  await expect(rows(page).filter({ hasText: /alan@.*queued/u })).toHaveCount(1)
  // Mails to who was deleted go at once, or, where they were files already, are withdrawn until the files are gone.
  const toDeleted = rows(page).filter({ hasText: /ada@|grace@/u })
  await expect(toDeleted.filter({ hasNotText: 'withdrawn' })).toHaveCount(0)
})

test('users are assigned to rooms by a range that was copied from a spreadsheet', async ({
  page,
  company,
}) => {
  await company.addRooms('room 1', 'room 2', 'room 3')
  await company.addUsers(...people)
  await page.goto('/batch-operations')
  await select(page, 'Assign users to rooms')
  await paste(page, [
    ['Role', 'Name', 'E-mail', 'Room'],
    ['Moderator', 'Ada', 'ada@example.org', 'room 1,room 2'],
    ['Spectator', 'Alan', 'alan@example.org', 'room 3'],
    ['Participant', 'Grace', 'grace@example.org', 'room 1'],
  ])
  await page.getByRole('button', { name: 'Process text' }).click()
  await expect(row(page, 'ada@example.org')).toContainText('room 1,room 2')

  const overview = await verify(page)
  await expect(
    overview.getByText('2 roles will be set in rooms and 1 role will change.'),
  ).toBeVisible()
  await expect(row(page, 'ada@example.org')).toContainText('Participant → Moderator')
  await expect(row(page, 'grace@example.org')).toContainText('Unchanged')

  const done = await execute(page)
  await expect(done.getByText('2 roles were set in rooms and 1 role has changed.')).toBeVisible()
  const { csv } = await downloadReport(page, 'Download report')
  expect(csv.map(({ Name, state, code }) => [Name, state, code])).toEqual([
    ['Ada', 'done', ''],
    ['Alan', 'done', ''],
    ['Grace', 'unchanged', 'already-so'],
  ])

  await done.getByRole('link', { name: 'To the rooms' }).click()
  await page.getByRole('link', { name: 'room 1' }).click()
  await expect(rows(page).filter({ hasText: 'ada@' })).toHaveText(/Moderator.*assigned/u)
  await goTo(page, 'Mail outbox')
  await expect(page.getByText('3 mails')).toBeVisible()
})

test('users are removed from all rooms by a CSV file', async ({ page, company }) => {
  await company.addRooms('room 1')
  await company.addUsers(...people)
  await provide(page, 'Remove users from rooms', {
    name: 'leaving.csv',
    content: 'Department;E-Mail\nMathematics;ada@example.org\n;admin@example.org\n',
  })
  await expect(page.getByText('leaving.csv')).toBeVisible()
  const overview = await verify(page)
  await expect(overview.getByText('1 user will be removed from all rooms.')).toBeVisible()
  await expect(overview.getByRole('button', { name: '1 unchanged' })).toBeVisible()

  const done = await execute(page)
  await expect(done.getByText('1 user was removed from all rooms.')).toBeVisible()
  const { csv } = await downloadReport(page, 'Download report')
  expect(csv.map(({ Department, state }) => [Department, state])).toEqual([
    ['Mathematics', 'done'],
    ['', 'unchanged'],
  ])
  await goTo(page, 'Users')
  await expect(rows(page).filter({ hasText: 'ada@' })).not.toContainText('room 1')
  await expect(rows(page).filter({ hasText: 'alan@' })).toContainText('room 1')
})

test('users are invited and assigned by a file that Excel wrote in German', async ({
  page,
  company,
}) => {
  await company.addRooms('room 1', 'room 2', 'room 3')
  await provide(page, 'Invite and assign users', fixture('german-excel.csv'))
  const source = page.getByRole('region', { name: 'Source' })
  await expect(source.getByRole('button', { name: /Encoding: Windows-1252/u })).toBeVisible()
  await expect(source.getByRole('button', { name: /Delimiter: semicolon/u })).toBeVisible()
  await expect(source.getByText('3 rows')).toBeVisible()
  const overview = await verify(page)
  await expect(
    overview.getByText(
      '3 people will be invited, 4 roles will be set in rooms, and 3 mails will be sent.',
    ),
  ).toBeVisible()

  const done = await execute(page)
  await expect(done.getByRole('button', { name: '3 done' })).toBeVisible()
  const { csv } = await downloadReport(page, 'Download report')
  expect(csv.map(({ Nachname, Rolle, state }) => [Nachname, Rolle, state])).toEqual([
    ['Müller', 'Teilnehmer', 'done'],
    ['Grün', 'Zuschauer', 'done'],
    ['Strauß', 'Moderator', 'done'],
  ])
  await goTo(page, 'Users')
  await expect(rows(page).filter({ hasText: 'anna-lena.grün@' })).toHaveText(
    /Grün.*invited.*room 1 · Spectator.*room 2 · Spectator/u,
  )
  await goTo(page, 'Mail outbox')
  await expect(rows(page)).toHaveText([/bjoern/u, /anna-lena/u, /juergen/u])
})

test('guests are invited by the example of the operation', async ({ page, company }) => {
  await company.addRooms('room 1', 'room 2')
  await page.goto('/batch-operations')
  await select(page, 'Invite guests')
  await page.getByRole('button', { name: 'Use this example' }).click()
  await page.getByRole('button', { name: 'Process text' }).click()
  const overview = await verify(page)
  await expect(
    overview.getByText('3 guest links will be created and 2 mails will be sent.'),
  ).toBeVisible()

  const done = await execute(page)
  await expect(done.getByText(/^3 guest links were created and 2 mails were sent/u)).toBeVisible()
  const { csv } = await downloadReport(page, 'Download report')
  expect(csv.map(({ state }) => state)).toEqual(['done', 'done', 'done'])

  await done.getByRole('link', { name: 'To the guests' }).click()
  await expect(rows(page)).toHaveText([
    /emmy@example\.net.*room 1.*Spectator/u,
    /kurt@example\.net.*room 1.*Participant/u,
    /sofia@example\.net.*room 2.*Participant/u,
  ])
  await goTo(page, 'Mail outbox')
  await expect(rows(page)).toHaveText([/sofia@/u, /kurt@/u])

  await page.goBack()
  await page.goBack()
  await done.getByRole('link', { name: 'Run the same operation again' }).click()
  await expect(page.getByRole('combobox', { name: 'Select batch operation' })).toHaveValue(
    'Invite guests',
  )
})

const people = [
  'ada@example.org,Ada,Lovelace,room 1,Participant',
  'alan@example.org,Alan,Turing,room 1,Participant',
  'grace@example.org,Grace,Hopper,room 1,Participant',
]

function fixture(name: string) {
  return { file: fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url)) }
}

async function paste(page: Page, range: readonly (readonly string[])[]): Promise<void> {
  const text = range.map((cells) => cells.join('\t')).join('\r\n')
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`)
  await page.keyboard.press('ControlOrMeta+v')
}

function rows(page: Page) {
  return page
    .getByRole('table')
    .getByRole('row')
    .filter({ has: page.getByRole('cell') })
}

async function goTo(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name, exact: true }).click()
}
