import { expect, test } from './support/test.ts'

const header = 'email,first name,last name,room,role'

test('problems are mended by the kind, verified again at once, and executed', async ({
  page,
  company,
}) => {
  await company.addRooms('Room 1', 'Room 2')
  const batch = await company.draft('invite-and-assign-users', [
    header,
    'ada@example.org,Ada,Lovelace,room 1,Participant',
    'alan@example.org,Alan,Turing,room 1,Participant',
    'grace@example.org,Grace,Hopper,Atlantis,Participant',
    'emmy@example.org.,Emmy,Noether,Room 2,Partcipant',
    'nobody,No,Body,Room 2,Guest',
  ])
  await page.goto(`/batch-operations/${batch}`)
  await page.getByRole('button', { name: 'Verify data' }).click()
  await expect(page.getByText('Nothing will change.')).toBeVisible()
  const status = page.getByRole('region', { name: 'Overview' }).getByRole('status').first()

  await page.getByRole('button', { name: /^Replace by “Room 1”/u }).click()
  await expect(status).toHaveText('2 rows now say “Room 1”. 3 rows have problems.')

  await page.getByRole('button', { name: 'Replace by …: unknown room “Atlantis”' }).click()
  await page.getByRole('combobox', { name: 'instead of “Atlantis”' }).fill('Room 2')
  await page.keyboard.press('Enter')
  await expect(status).toHaveText('1 row now says “Room 2”. 2 rows have problems.')

  await page.getByRole('button', { name: 'Accept all 2 suggestions' }).click()
  await expect(status).toHaveText('2 suggestions were accepted. 1 row has a problem.')

  await page.getByRole('button', { name: /^Show rows/u }).click()
  await expect(page).toHaveURL(/problem=invalid-email/u)
  await page.getByRole('button', { name: /^Leave these out/u }).click()
  await expect(status).toHaveText('1 row was left out. No row has a problem.')
  await page.getByRole('button', { name: 'Show all rows' }).click()

  await page.getByRole('button', { name: 'Execute operation' }).click()
  const question = page.getByRole('dialog', { name: 'Execute “Invite and assign users”?' })
  await expect(question).toContainText('4 people will be invited')
  await expect(question).toContainText('1 row changes nothing.')
  await question.getByRole('button', { name: 'Execute operation' }).click()
  const result = page.getByRole('region', { name: 'Result' })
  await expect(result).toContainText('4 people were invited')
  await expect(result.getByRole('img')).toHaveAccessibleName(
    'All rows: 4 rows done, 1 row left out',
  )
  for (const format of ['Excel workbook (XLSX)', 'Text (CSV)']) {
    await result.getByRole('button', { name: 'Download report' }).click()
    const download = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: format }).click()
    expect((await download).suggestedFilename()).toMatch(/report\.(?:csv|xlsx)$/u)
  }
  await result.getByRole('link', { name: 'Run the same operation again' }).click()
  await expect(page).toHaveURL(/operation=invite-and-assign-users/u)
})

test('mending by keyboard goes on where it was, down to the result', async ({ page, company }) => {
  await company.addRooms('Room 1')
  const batch = await company.verify('invite-and-assign-users', [
    header,
    'ada@example.org,Ada,Lovelace,room 1,Participant',
    'alan@example.org,Alan,Turing,Room 1,Partcipant',
  ])
  await page.goto(`/batch-operations/${batch}`)
  await page.getByRole('button', { name: /^Replace by “Room 1”/u }).press('Enter')
  await expect(page.getByRole('list', { name: 'Problems' })).toBeFocused()
  await page.getByRole('button', { name: /^Replace by “Participant”/u }).press('Enter')
  await expect(page.getByRole('region', { name: 'Overview' })).toBeFocused()
  await page.getByRole('button', { name: 'Execute operation' }).press('Enter')
  const question = page.getByRole('dialog')
  await expect(question).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(question).toBeHidden()
  await expect(page.getByRole('button', { name: 'Execute operation' })).toBeFocused()
  await page.keyboard.press('Enter')
  await question.getByRole('button', { name: 'Execute operation' }).press('Enter')
  await expect(page.getByRole('region', { name: 'Result' })).toBeFocused()
})

test('the picture’s legend narrows the rows, and the address keeps it', async ({
  page,
  company,
}) => {
  const batch = await company.verify('invite-users', [
    'email,first name,last name',
    'ada@example.org,Ada,Lovelace',
    'nobody,No,Body',
  ])
  await page.goto(`/batch-operations/${batch}`)
  await page.getByRole('button', { name: '1 with problems' }).click()
  await expect(page).toHaveURL(/state=error/u)
  await page.reload()
  await expect(page.getByRole('button', { name: '1 with problems' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await page.getByRole('button', { name: 'Remove the filter “state: with problems”' }).click()
  await expect(page).not.toHaveURL(/state=/u)
})
