import type { Page } from '@playwright/test'
import { askToExecute, provide, result, verify } from './support/journey.ts'
import { expect, test, type Company } from './support/test.ts'

const ada = 'ada@example.org'

test('permissions are granted and revoked after it was said which', async ({ page, company }) => {
  await company.addRooms('room 1')
  await company.addUsers(`${ada},Ada,Lovelace,room 1,Moderator`)
  await page.goto('/users')
  await page.getByRole('link', { name: ada }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Ada Lovelace' })).toBeVisible()
  const permissions = page.getByRole('region', { name: 'Permissions' })
  await expect(permissions.getByRole('button', { name: 'Save permissions' })).toBeDisabled()

  await box(page, 'Administrate users').check()
  await expect(box(page, 'List all users')).toBeChecked()
  await expect(box(page, 'List all users')).toBeDisabled()
  await expect(permissions.getByRole('status')).toHaveText(
    /Will be granted.*Administrate users.*List all users/su,
  )
  await permissions.getByRole('button', { name: 'Save permissions' }).click()
  await expect(page.getByText(`The permissions of ${ada} are saved.`)).toBeVisible()
  await page.reload()
  await expect(box(page, 'Administrate users')).toBeChecked()

  await box(page, 'Administrate users').uncheck()
  await expect(permissions.getByRole('status')).toHaveText(/Will be revoked.*Administrate users/su)
  await permissions.getByRole('button', { name: 'Undo' }).click()
  await expect(box(page, 'Administrate users')).toBeChecked()
  await expect(permissions.getByText('Nothing to save')).toBeVisible()
})

test('nobody can revoke their own permissions, grant what they lack, or delete themselves', async ({
  page,
  company,
}) => {
  await company.addRooms('room 1')
  await company.addUsers(`${ada},Ada,Lovelace,room 1,Moderator`)
  await page.goto('/users')
  await page.getByRole('link', { name: 'admin@example.org' }).click()
  await expect(page.getByText('Nobody can revoke their own permissions.')).toBeVisible()
  for (const label of await page.getByRole('checkbox').all()) await expect(label).toBeDisabled()
  await expect(page.getByRole('button', { name: 'Delete this user' })).toHaveAccessibleDescription(
    'Nobody can delete themselves.',
  )

  await signInWith(page, company, ['administrate-users'])
  await page.goto('/users')
  await page.getByRole('link', { name: ada }).click()
  await expect(box(page, 'Administrate rooms')).toBeDisabled()
  await expect(box(page, 'Administrate rooms')).toHaveAccessibleDescription(
    'Only who holds this permission can grant or revoke it.',
  )
  await box(page, 'List all users').check()
  await page.getByRole('button', { name: 'Save permissions' }).click()
  await expect(page.getByText(`The permissions of ${ada} are saved.`)).toBeVisible()
})

test('an invited user is invited again, and the earlier mail is withdrawn', async ({
  page,
  company,
}) => {
  await company.run('invite-users', [`${ada},Ada,Lovelace`])
  await page.goto('/users')
  await page.getByRole('link', { name: ada }).click()
  const invitation = page.getByRole('region', { name: 'Invitation' })
  await expect(invitation).toContainText(/Sent .* by admin@example\.org\./u)
  await expect(invitation).toContainText('The link is valid until')
  await invitation.getByRole('button', { name: 'Invite again' }).click()
  await expect(page.getByText(`A new invitation to ${ada} is on its way.`)).toBeVisible()

  await page.getByRole('link', { name: 'Show them in the outbox' }).click()
  await expect(rows(page)).toHaveText([/ada@.*queued/u, /ada@.*withdrawn/u])
})

test('a user leads to the batch that deletes them or changes their rooms', async ({
  page,
  company,
}) => {
  await company.addRooms('room 1', 'Berlin, Mitte')
  await company.addUsers(`${ada},Ada,Lovelace,room 1,Moderator`)
  await company.run('assign-users-to-rooms', [`${ada},"Berlin, Mitte",Guest`])
  await page.goto('/users')
  await page.getByRole('link', { name: ada }).click()
  await page.getByRole('button', { name: 'Change rooms' }).click()
  await expect(page).toHaveURL(/operation=assign-users-to-rooms$/u)
  const text = page.getByRole('textbox', { name: 'Plain text' })
  await expect(text).toHaveValue(`${ada},"Berlin, Mitte",Guest\n${ada},room 1,Moderator`)

  await text.fill('')
  await page.goBack()
  await page.getByRole('button', { name: 'Delete this user' }).click()
  await expect(page).toHaveURL(/operation=delete-users$/u)
  await expect(text).toHaveValue(ada)
  await page.getByRole('button', { name: 'Process text' }).click()
  await verify(page)
  const question = await askToExecute(page)
  await expect(question).toContainText('1 user')
})

test('a guest is changed and deleted', async ({ page, company }) => {
  await company.addRooms('room 1')
  await company.run('invite-guests', ['kurt@example.net,Kurt,room 1,Guest,False'])
  await page.goto('/guests')
  await page.getByRole('button', { name: 'Change kurt@example.net in room 1' }).click()
  const form = page.getByRole('dialog', { name: 'Change the guest kurt@example.net' })
  await form.getByLabel('Name').fill('Kurt Gödel')
  await form.getByLabel('Valid from').fill('2027-05-02T09:00')
  await form.getByLabel('Valid until').fill('2027-05-01T09:00')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form.getByText('The end must be later than the beginning.')).toBeVisible()
  await form.getByLabel('Valid until').fill('2027-05-03T09:00')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Kurt Gödel was saved.')).toBeVisible()
  await expect(rows(page)).toHaveText([/Kurt Gödel.*May 2, 2027.* to May 3, 2027/u])

  await page.getByRole('button', { name: 'Delete kurt@example.net from room 1' }).click()
  const question = page.getByRole('dialog', { name: 'Delete this guest?' })
  await expect(question).toContainText('Kurt Gödel (kurt@example.net)')
  await expect(question).toContainText('The link stops working at once')
  await question.getByRole('button', { name: 'Delete guest' }).click()
  await expect(page.getByRole('heading', { name: 'There are no guests' })).toBeVisible()
  await expect(page.getByRole('main')).toBeFocused()
})

test('a company holds its mails until somebody releases them', async ({ page, company }) => {
  await page.goto('/company-settings')
  const mails = page.getByRole('region', { name: 'Mails' })
  await mails.getByRole('switch', { name: 'Hold new mails' }).click()
  await expect(page.getByText('New mails are held from now on.')).toBeVisible()
  await company.run('invite-users', [`${ada},Ada,Lovelace`, 'grace@example.org,Grace,Hopper'])

  await page.goto('/mail-outbox')
  await expect(rows(page)).toHaveText([/grace@.*held/u, /ada@.*held/u])
  await expect(page.getByRole('alert')).toContainText('2 wait to be released')
  await page.getByRole('checkbox', { name: 'Choose the mail to grace@example.org' }).check()
  await page.getByRole('button', { name: 'Recall 1 mail' }).click()
  await confirm(page, 'Recall 1 mail')
  await expect(page.getByText('1 mail was recalled.')).toBeVisible()
  await expect(rows(page)).toHaveText([/grace@.*withdrawn/u, /ada@.*held/u])

  await page.getByRole('button', { name: 'Release 1 mail' }).click()
  await confirm(page, 'Release 1 mail')
  await expect(page.getByText('1 mail was released.')).toBeVisible()
  await expect(rows(page)).toHaveText([/grace@.*withdrawn/u, /ada@.*queued/u])

  await page.getByRole('link', { name: 'grace@example.org' }).click()
  const opened = page.getByRole('dialog')
  await opened.getByRole('button', { name: 'Send again' }).click()
  await expect(page.getByText('The mail to grace@example.org is on its way again.')).toBeVisible()
})

test('one batch holds its mails, and its result releases them', async ({ page }) => {
  await provide(page, 'Invite users', `${ada},Ada,Lovelace`)
  await verify(page)
  const question = await askToExecute(page)
  await question.getByRole('checkbox', { name: 'Hold the mails of this batch' }).check()
  await question.getByRole('button', { name: 'Execute operation' }).click()
  await result(page)
  const mails = page.getByRole('region', { name: 'Mails' })
  await expect(mails).toContainText(/1\s*held/u)
  await mails.getByRole('link', { name: /held/u }).click()
  await expect(page).toHaveURL(/batch=.*state=held/u)
  await expect(page.getByText('Mails of the batch “Invite users”')).toBeVisible()
  await expect(rows(page)).toHaveText([/ada@.*held/u])

  await page.getByRole('link', { name: 'Open the batch' }).click()
  await mails.getByRole('button', { name: 'Release 1 mail' }).click()
  await confirm(page, 'Release 1 mail')
  await expect(mails).toContainText(/1\s*queued/u)
})

test('the audit log tells who did what, narrowed by act and person, and is taken along', async ({
  page,
  company,
}) => {
  await company.addRooms('room 1')
  await company.addUsers(`${ada},Ada,Lovelace,room 1,Moderator`)
  const { users } = await company.ask<{ users: readonly { id: string }[] }>(`/users?search=${ada}`)
  await company.ask(`/users/${users[0]?.id}/permissions`, {
    method: 'PUT',
    body: { permissions: ['create-a-room'] },
  })
  await page.goto('/audit-log')
  await page.getByRole('combobox', { name: 'Act' }).click()
  await page.getByRole('option', { name: 'Changed permissions' }).click()
  await expect(rows(page)).toHaveText([
    /admin@example\.org.*Changed permissions.*ada@example\.org.*granted: Create a room/u,
  ])
  await page.getByRole('combobox', { name: 'Person' }).fill('ada')
  await page.getByRole('option', { name: ada }).click()
  await expect(page.getByRole('heading', { name: 'Nothing matches' })).toBeVisible()
  await page.getByRole('button', { name: 'Show all' }).click()
  await expect(rows(page).filter({ hasText: 'Executed a batch' })).toHaveCount(1)

  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download as CSV' }).click()
  expect((await coming).suggestedFilename()).toMatch(/\.csv$/u)

  await rows(page)
    .filter({ hasText: 'Changed permissions' })
    .getByRole('link', { name: ada })
    .click()
  await expect(page.getByRole('heading', { level: 1, name: 'Ada Lovelace' })).toBeVisible()
})

test('a logo is looked at before it is saved, and a meeting server shows where it leads', async ({
  page,
}) => {
  await page.goto('/company-settings')
  const logo = page.getByRole('region', { name: 'Logo' })
  const choosing = page.waitForEvent('filechooser')
  await logo.getByRole('button', { name: 'Choose a picture' }).click()
  await (
    await choosing
  ).setFiles({ name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from(picture, 'base64') })
  await expect(logo.getByRole('img', { name: 'on a dark ground' })).toBeVisible()
  await logo.getByRole('button', { name: 'Save this logo' }).click()
  await expect(page.getByText('The logo is saved.')).toBeVisible()
  await expect(logo.getByRole('button', { name: 'Remove the logo' })).toBeVisible()

  const meeting = page.getByRole('region', { name: 'Meeting server' })
  await meeting
    .getByLabel('Address of a room')
    .fill('https://meet.example.org/{room}?jwt={jwt}#name={name}')
  await expect(meeting.getByText(/^https:\/\/meet\.example\.org\/.*Ada%20Lovelace$/u)).toBeVisible()
  await meeting.getByRole('button', { name: 'Save meeting server' }).click()
  await expect(meeting.getByText('Enter the app id of the meeting server.')).toBeVisible()
  await meeting.getByLabel('App id').fill('roster')
  await meeting.getByRole('textbox', { name: 'Secret' }).fill('a secret of many characters')
  await meeting.getByRole('button', { name: 'Save meeting server' }).click()
  await expect(page.getByText('The meeting server is saved.')).toBeVisible()
  await expect(meeting.getByRole('textbox', { name: 'Secret' })).toHaveValue('')
  await expect(meeting.getByText('A secret is set.')).toBeVisible()
})

// One blue point.
const picture =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPj/HwADAgH/p9kvTwAAAABJRU5ErkJggg=='

function box(page: Page, permission: string) {
  return page.getByRole('checkbox', { name: permission, exact: true })
}

/** The rows of the list, without its header. */
function rows(page: Page) {
  return page.getByRole('row').filter({ has: page.getByRole('cell') })
}

async function confirm(page: Page, act: string): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: act }).click()
}

/** Another session of the administrator, which may do no more than this. */
async function signInWith(page: Page, company: Company, permissions: readonly string[]) {
  const { key } = await company.ask<{ key: string }>('/keys', {
    method: 'POST',
    body: { name: 'less', permissions },
  })
  await page.context().clearCookies()
  await page.request.post('/api/v1/session', { data: { key } })
}
