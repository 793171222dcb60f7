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
