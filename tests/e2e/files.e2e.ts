import { bring, grid, provide, row, select } from './support/journey.ts'
import { expect, test } from './support/test.ts'
import { violationsOf } from './support/violations-of.ts'

test('a file in another encoding is read once that is chosen, where it could not be read', async ({
  page,
}) => {
  // Code page 850: ö is 0x94, and ü is 0x81, which is no letter of Windows-1252.
  const content = Buffer.from(
    'Vorname;Nachname;E-Mail\r\nJ\x94rg;M\x81ller;joerg@example.org\r\n',
    'latin1',
  )
  await page.goto('/batch-operations')
  await select(page, 'Invite users')
  await bring(page, { name: 'dos.csv', content })
  await expect(page.getByRole('alert')).toContainText('line 2, column 7')
  expect(await violationsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Read as DOS (850)' }).click()
  await expect(row(page, 'joerg@example.org')).toContainText('Jörg')
  await expect(page.getByRole('button', { name: 'Encoding: DOS (850). Change' })).toBeVisible()
})

test('what was left out of a file is said', async ({ page }) => {
  const content = 'Participants, summer 2026\n\nE-Mail;Vorname;Nachname\nada@example.org;Ada;King\n'
  await provide(page, 'Invite users', { name: 'titled.csv', content })
  await expect(page.getByRole('list', { name: 'How it was read' })).toContainText(
    'not taken: 1, beginning with “Participants, summer 2026”',
  )
  await expect(grid(page)).not.toContainText('summer')
  expect(await violationsOf(page)).toEqual([])
})

test('lines above the header can be taken after all, and reading can begin elsewhere', async ({
  page,
}) => {
  const content = 'Summer course,,\n\nE-Mail,Vorname,Nachname\nada@example.org,Ada,King\n'
  await provide(page, 'Invite users', { name: 'titled.csv', content })
  const begins = (line: number) =>
    page.getByRole('button', { name: `Where reading begins: from line ${line} on. Change` })
  await page.getByRole('button', { name: 'Take these lines, too' }).click()
  await expect(begins(1)).toBeVisible()
  await expect(grid(page)).toContainText('E-Mail')
  await begins(1).click()
  await page.getByRole('textbox', { name: 'Line of the header, or of the first row' }).fill('3')
  expect(await violationsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Read from there' }).click()
  await expect(begins(3)).toBeVisible()
  await expect(row(page, 'ada@example.org')).toContainText('King')
})

test('a guess of the encoding that gives odd words is mended by one click', async ({ page }) => {
  const content = Buffer.from(
    'Vorname;Nachname;E-Mail\nJ\x9frgen;M\x9fller;j@example.org\n',
    'latin1',
  )
  await provide(page, 'Invite users', { name: 'mac.csv', content })
  await page.getByRole('button', { name: 'Read as Mac OS Roman' }).click()
  await expect(row(page, 'j@example.org')).toContainText('Müller')
})

test('addresses from a mail program are rows', async ({ page }) => {
  await provide(
    page,
    'Invite users',
    '"Doe, Jane" <jane@example.org>; John Roe <john@example.org>; Ada King <ada@example.org>',
  )
  await expect(row(page, 'jane@example.org')).toContainText('Jane')
  await expect(grid(page)).toContainText('Roe')
})
