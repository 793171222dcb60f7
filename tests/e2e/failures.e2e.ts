import { bring, cell, grid, overview, row, select, verify, write } from './support/journey.ts'
import { expect, test } from './support/test.ts'

test('a source that holds no rows, or no text, is refused with a sentence and kept', async ({
  page,
}) => {
  await page.goto('/batch-operations')
  await select(page, 'Invite users')
  await bring(page, 'email,first name,last name')
  await expect(page.getByRole('alert')).toContainText('no data rows')
  await expect(page.getByRole('textbox', { name: 'Plain text' })).toHaveValue(
    'email,first name,last name',
  )

  const picture = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
  await bring(page, { name: 'people.png', content: picture })
  await expect(page.getByRole('alert')).not.toContainText('no data rows')
  await expect(page.getByText('people.png')).toBeVisible()
  await page.getByRole('button', { name: 'Remove people.png' }).click()
  await expect(page.getByRole('alert')).toBeHidden()
  await page.getByRole('textbox', { name: 'Plain text' }).fill('ada@example.org,Ada,Lovelace')
  await page.getByRole('button', { name: 'Process text' }).click()
  await expect(row(page, 'ada@example.org')).toBeVisible()
})

test('while the network is gone nothing that was entered is lost', async ({
  page,
  context,
  company,
}) => {
  const text = 'ada@example.org,Ada,Lovelace\nalan@example,Alan,Turing'
  // The code of both pages is there once they have been visited.
  await page.goto(`/batch-operations/${await company.draft('invite-users', ['a@example.org,A,B'])}`)
  await expect(row(page, 'a@example.org')).toBeVisible()
  await page.getByRole('link', { name: 'Batch Operations' }).click()
  await select(page, 'Invite users')
  await context.setOffline(true)
  await bring(page, text)
  await expect(page.getByRole('alert')).toContainText('The server cannot be reached.')
  await expect(page.getByRole('textbox', { name: 'Plain text' })).toHaveValue(text)
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Process text' }).click()
  await expect(row(page, 'ada@example.org')).toBeVisible()
  await verify(page)

  await context.setOffline(true)
  await write(cell(page, 'alan@example', 2), 'alan@example.org')
  await expect(cell(page, 'alan@example.org', 2)).toContainText(
    /Not saved: The server cannot be reached/u,
  )
  await context.setOffline(false)
  await cell(page, 'alan@example.org', 2).dblclick()
  await expect(grid(page).getByLabel('Email, line 2')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect((await overview(page)).getByText('No row has a problem.')).toBeVisible()
  await expect(row(page, 'alan@example.org')).toContainText('Ready')
  await expect(page.getByRole('alert')).toBeHidden()
})
