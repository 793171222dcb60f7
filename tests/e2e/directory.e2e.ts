import type { Page } from '@playwright/test'
import { addActive, signIn } from './support/come-in.ts'
import { expect, test } from './support/test.ts'

test('a room is created, renamed and deleted, and the list follows', async ({ page, company }) => {
  await company.addRooms('room 1')
  await page.goto('/rooms')
  await page.getByRole('button', { name: 'Create a room' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('Name').fill('room 1')
  await form.getByLabel('Name').press('Enter')
  await expect(form.getByText('There is already a room “room 1”.')).toBeVisible()
  await expect(form.getByLabel('Name')).toBeFocused()
  await expect(form.getByLabel('Name')).toHaveValue('room 1')

  await form.getByLabel('Name').fill('room 2')
  await form.getByRole('combobox', { name: 'Default role' }).click()
  await page.getByRole('option', { name: 'Participant' }).click()
  await form.getByRole('button', { name: 'Create room' }).click()
  await expect(page.getByText('The room “room 2” was created.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Create a room' })).toBeFocused()
  await expect(row(page, 'room 2')).toContainText('Participant')

  await page.getByRole('button', { name: 'Change room 2' }).click()
  await form.getByLabel('Name').fill('room 3')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(row(page, 'room 3')).toContainText('Participant')
  await expect(row(page, 'room 2')).toBeHidden()

  await page.getByRole('button', { name: 'Delete room 3' }).click()
  await form.getByRole('button', { name: 'Delete room' }).click()
  await expect(row(page, 'room 3')).toBeHidden()
  await expect(page.getByRole('main')).toBeFocused()
})

test('deleting a room says what goes with it, and asks for its name', async ({ page, company }) => {
  await company.addRooms('room 1')
  await company.addUsers('ada@example.org,Ada,Lovelace,room 1,Moderator')
  await company.run('invite-guests', ['kurt@example.net,Kurt,room 1,Guest,False'])
  await page.goto('/rooms')
  await row(page, 'room 1').getByRole('link').click()
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  const question = page.getByRole('dialog')
  await expect(question).toContainText('1 role of a user')
  await expect(question).toContainText('1 guest link')
  await expect(question.getByRole('button', { name: 'Delete room' })).toBeDisabled()
  await question.getByLabel('Type the name').fill('room 1')
  await question.getByRole('button', { name: 'Delete room' }).click()
  await expect(page).toHaveURL(/\/rooms$/u)
  await expect(page.getByRole('heading', { name: 'There are no rooms yet' })).toBeVisible()
})

test('a room tells who has which role in it, and why', async ({ page, company }) => {
  await company.ask('/rooms', {
    method: 'POST',
    body: { name: 'Foyer', defaultRole: 'Spectator' },
  })
  await company.addUsers('ada@example.org,Ada,Lovelace,Foyer,Moderator')
  await page.goto('/rooms')
  await row(page, 'Foyer').getByRole('link').click()
  await expect(row(page, 'ada@example.org')).toContainText(/Moderator.*assigned/u)
  await expect(row(page, 'admin@example.org')).toContainText(/Spectator.*default role/u)
  await page.getByRole('tab', { name: 'Roles' }).click()
  await expect(page.getByRole('row', { name: /Spectator default/u })).toBeVisible()
})

test('users are searched and sorted through the address', async ({ page, company }) => {
  await company.addRooms('room 1')
  await company.addUsers(
    'ada@example.org,Ada,Lovelace,room 1,Moderator',
    'grace@example.org,Grace,Hopper,room 1,Participant',
  )
  await page.goto('/users')
  await page.getByRole('button', { name: 'Last name' }).click()
  await expect(page.getByRole('columnheader', { name: 'Last name' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  )
  await page.getByRole('searchbox').fill('hop')
  await expect(page.getByText('1 user', { exact: true })).toBeVisible()
  await expect(page).toHaveURL(/sort=last-name.*search=hop/u)
  await page.reload()
  await expect(row(page, 'grace@example.org')).toContainText('room 1 · Participant')
  await expect(page.getByRole('searchbox')).toHaveValue('hop')

  await page.getByRole('searchbox').fill('nobody')
  await expect(page.getByRole('heading', { name: 'Nothing matches “nobody”' })).toBeVisible()
  await page.getByRole('searchbox').press('Escape')
  await expect(page.getByText('3 users')).toBeVisible()
  await expect(page.getByRole('searchbox')).toBeFocused()
})

test('who may make rooms and not list them sees what is missing, and nothing is asked in vain', async ({
  page,
  company,
}) => {
  const password = 'three quiet lanterns'
  const { email } = await addActive(company, 'ada@example.org,Ada,Lovelace', password)
  const { users } = await company.ask<{ users: readonly { id: string }[] }>('/users?search=ada')
  const permissions = ['create-a-room']
  await company.ask(`/users/${users[0]?.id}/permissions`, { method: 'PUT', body: { permissions } })
  await page.context().clearCookies()
  await signIn(page, email, password)
  await expect(page.getByRole('heading', { level: 1, name: 'My rooms' })).toBeVisible()
  await page.getByRole('link', { name: 'Rooms', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Create a room' })).toBeEnabled()
  const refused: string[] = []
  page.on('response', (answer) => {
    if (answer.status() === 403) refused.push(answer.url())
  })
  for (const address of ['/rooms', '/users', '/guests']) {
    await page.goto(address)
    await expect(page.getByRole('heading', { name: 'Not shown' })).toBeVisible()
  }
  expect(refused).toEqual([])
})

test('the link of a guest is copied, and stands neither in the address nor in a storage', async ({
  page,
  company,
}) => {
  await company.addRooms('room 1')
  await company.run('invite-guests', ['kurt@example.net,Kurt,room 1,Guest,False'])
  await page.goto('/guests')
  await page.getByRole('button', { name: 'Copy the link of kurt@example.net to room 1' }).click()
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible()
  const link = String(await page.evaluate('navigator.clipboard.readText()'))
  expect(link).toMatch(/\/guest\/[\w-]{72}$/u)
  const token = link.slice(-72)
  expect(page.url()).not.toContain(token)
  expect(JSON.stringify(await page.context().storageState())).not.toContain(token)
  await page.getByRole('link', { name: 'room 1' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'room 1' })).toBeVisible()
})

function row(page: Page, about: string) {
  return page.getByRole('row').filter({ hasText: about })
}
