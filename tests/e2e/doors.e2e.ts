import { test as base } from '@playwright/test'
import { addActive, anotherBrowser, enter, linkTo, signIn } from './support/come-in.ts'
import { startRoster } from './support/roster-server.ts'
import { companyOf, expect, test } from './support/test.ts'

const password = 'three quiet lanterns'

test('who is invited checks the name, chooses a password, and is in their own rooms alone', async ({
  page,
  company,
}) => {
  await company.addRooms('room 1', 'room 2', 'room 3')
  await company.addUsers('ada@example.net,Ada,Byron,"room 1,room 2",Moderator')
  const link = await linkTo(company, 'ada@example.net')
  await page.context().clearCookies()
  await page.goto(link)
  await expect(page.getByRole('heading', { name: `Welcome to ${company.name}` })).toBeVisible()
  await expect(page.getByText('admin@example.org invites you.')).toBeVisible()
  await expect(page.getByRole('listitem')).toHaveText([/room 1.*Moderator/u, /room 2.*Moderator/u])

  await page.getByLabel('Last name').fill('Lovelace')
  await page.getByLabel('Password', { exact: true }).fill('too short')
  await expect(page.getByText('1 more character')).toBeVisible()
  await page.getByRole('button', { name: 'Accept the invitation' }).click()
  await expect(page.getByText('The password needs at least 10 characters.')).toBeVisible()
  await page.getByLabel('Password', { exact: true }).fill('Password123')
  await page.getByRole('button', { name: 'Accept the invitation' }).click()
  await expect(page.getByText(/among those that are tried first/u)).toBeVisible()
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Accept the invitation' }).click()

  await expect(page).toHaveURL(/\/my-rooms$/u)
  await expect(page.getByRole('row')).toHaveText([/Name/u, /room 1.*Moderator/u, /room 2.*Moder/u])
  await expect(page.getByRole('navigation').getByRole('link')).toHaveText(['My rooms'])
  await page.getByRole('link', { name: 'room 1' }).click()
  await expect(page.getByText('Your role: Moderator.')).toBeVisible()
  await expect(page.getByText('has no meeting server yet')).toBeVisible()
  await page.goto('/account')
  await expect(page.getByLabel('Last name')).toHaveValue('Lovelace')

  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'This link was used already' })).toBeVisible()
  await page.getByRole('link', { name: 'To the sign-in' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
})

test('an invitation that was replaced or withdrawn says so, and offers what helps', async ({
  page,
  company,
}) => {
  await company.run('invite-users', ['ida@example.net,Ida,Rhodes'])
  const link = await linkTo(company, 'ida@example.net')
  const { users } = await company.ask<{ users: readonly { id: string }[] }>('/users?search=ida')
  await company.ask(`/users/${users[0]?.id}/invitation`, { method: 'POST' })
  await page.context().clearCookies()
  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'There is a newer link' })).toBeVisible()
  await page.getByRole('button', { name: 'Send it again' }).click()
  await expect(page.getByRole('alert')).toContainText('A mail was sent a moment ago.')
  await page.goto(await linkTo(company, 'ida@example.net'))
  await expect(page.getByRole('button', { name: 'Accept the invitation' })).toBeVisible()

  await company.run('delete-users', ['ida@example.net'])
  await page.reload()
  await expect(page.getByRole('heading', { name: 'This invitation was withdrawn' })).toBeVisible()
  await page.goto('/invitation/mistyped')
  await expect(page.getByRole('heading', { name: 'This link leads nowhere' })).toBeVisible()
})

test('address and password open the door, and whoever mistypes loses nothing', async ({
  page,
  company,
}) => {
  const { email } = await addActive(company, 'grace@example.net,Grace,Hopper', password)
  await page.context().clearCookies()
  await page.goto('/account')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByText('Enter your email address.')).toBeVisible()
  await expect(page.getByText('Enter your password.')).toBeVisible()

  await enter(page, email, 'three quiet lantern')
  await expect(page.getByRole('alert')).toContainText('The address or the password is wrong.')
  await expect(page.getByLabel('Email')).toHaveValue(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByLabel('Password', { exact: true }).press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'My account' })).toBeVisible()

  await page.goto('/')
  await expect(page).toHaveURL(/\/my-rooms$/u)
  await expect(page.getByRole('heading', { name: 'No room yet' })).toBeVisible()
})

test('after too many failures the page waits, and keeps what was typed', async ({
  page,
  company,
}) => {
  const { email } = await addActive(company, 'mary@example.net,Mary,Jackson', password)
  await page.context().clearCookies()
  await page.goto('/sign-in')
  const guess = () => page.request.post('/api/v1/session', { data: { email, password: 'a guess' } })
  // Five are free, then each costs twice the last: three more make four seconds.
  for (let failures = 0; failures < 8; failures += 1) {
    await expect.poll(async () => (await guess()).status()).toBe(401)
  }
  await enter(page, email, password)
  await expect(page.getByRole('alert')).toContainText('A pause before the next attempt')
  await expect(page.getByRole('button', { name: /^Try again in/u })).toBeDisabled()
  await expect(page.getByLabel('Email')).toHaveValue(email)

  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'My rooms' })).toBeVisible()
})

test('whose address and password fit several companies chooses one without typing again', async ({
  page,
  company,
  roster,
}) => {
  const line = 'hedy@example.net,Hedy,Lamarr'
  const name = `${company.name}, the other`
  const made = await roster.ask('/companies', { name, admin: 'admin@example.net' })
  const other = companyOf(roster.url, name, (made as { key: string }).key)
  const { email } = await addActive(company, line, password)
  await addActive(other, line, password)
  await page.context().clearCookies()
  await signIn(page, email, password)
  await expect(page.getByRole('heading', { name: 'Which company?' })).toBeVisible()
  await page.getByRole('button', { name }).click()
  await expect(page.getByRole('heading', { name: 'No room yet' })).toBeVisible()
  await expect(page.getByText(`administrates the rooms of ${name}`)).toBeVisible()
})

test('whoever forgot the password is told the same, whether they are known or not', async ({
  page,
  company,
}) => {
  const { email } = await addActive(company, 'dorothy@example.net,Dorothy,Vaughan', password)
  await page.context().clearCookies()
  await page.goto('/sign-in')
  await page.getByLabel('Email').fill('nobody@example.net')
  await page.getByRole('link', { name: 'Forgot password?' }).click()
  await expect(page.getByLabel('Email')).toHaveValue('nobody@example.net')
  await page.getByRole('button', { name: 'Send the link' }).click()
  await expect(page.getByRole('status')).toContainText(
    'If nobody@example.net has an account, the link lies in that folder now.',
  )
  await page.getByRole('button', { name: 'Enter another address' }).click()
  await page.getByLabel('Email').fill(email)
  await page.getByRole('button', { name: 'Send the link' }).click()
  await expect(page.getByRole('status')).toContainText(
    `If ${email} has an account, the link lies in that folder now.`,
  )

  // The mail is its recipient's alone: who administrates sees that there is one, and not the link.
  const mails = () => company.ask<{ mails: readonly { kind: string }[] }>('/mails')
  await expect.poll(async () => (await mails()).mails[0]?.kind).toBe('password')
  expect(await linkTo(company, email)).toBe('')
})

test('the link that an installation hands out chooses a password once, and says so afterwards', async ({
  page,
  company,
  roster,
}) => {
  const made = await roster.ask('/companies', {
    name: `${company.name}, the second`,
    admin: 'admin@example.net',
  })
  const { link } = made as { link: string }
  await page.context().clearCookies()
  await page.goto(link)
  await page.getByLabel('First name').fill('Katherine')
  await page.getByLabel('Last name').fill('Johnson')
  await page.getByLabel('Password', { exact: true }).fill('katherine johnson')
  await page.getByRole('button', { name: 'Choose password' }).click()
  await expect(page.getByText(/made of your own name/u)).toBeVisible()
  await expect(page.getByLabel('First name')).toHaveValue('Katherine')
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Choose password' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Batch Operations' })).toBeVisible()

  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'This link was used already' })).toBeVisible()
  await page.getByRole('link', { name: 'Ask for a new link' }).click()
  await expect(page.getByRole('heading', { name: 'Forgot password' })).toBeVisible()
})

test('a guest link opens one room in the language of the guest, until it is taken back', async ({
  company,
  browser,
  roster,
}) => {
  await company.addRooms('room 1')
  await company.ask('/company', { method: 'PATCH', body: { language: 'de' } })
  await company.run('invite-guests', ['kurt@example.net,Kurt,room 1,Spectator,True'])
  const link = await linkTo(company, 'kurt@example.net')
  const page = await anotherBrowser(browser, roster.url)
  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'room 1' })).toBeVisible()
  await expect(page.getByText('Rolle hier: Zuschauer')).toBeVisible()
  await expect(page.getByText('Sprechen und sich zeigen: nein')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Betreten' })).toBeHidden()
  await page.getByText('EN', { exact: true }).click()
  await expect(page.getByText('Your role here: Spectator')).toBeVisible()

  await company.run('invite-guests', ['kurt@example.net,Kurt,room 1,No access,False'])
  await page.reload()
  await expect(page.getByRole('heading', { name: 'No access' })).toBeVisible()
  await page.goto(`${link}x`)
  await expect(page.getByRole('heading', { name: 'This link leads nowhere' })).toBeVisible()
  await page.context().close()
})

base('the first start leads to a page that makes the first company', async ({ page }) => {
  const roster = await startRoster('serve')
  try {
    const { link } = (await roster.ask('/installation/set-up-links', {})) as { link: string }
    await page.goto(link)
    await page.getByRole('button', { name: 'Create the company' }).click()
    await expect(page.getByText('Enter the name of the company.')).toBeVisible()
    await page.getByLabel('Name of the company').fill('Example')
    await page.getByLabel('First name').fill('Grace')
    await page.getByLabel('Last name').fill('Hopper')
    await page.getByLabel('Email').fill('grace@example.org')
    await page.getByLabel('Password', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'Create the company' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Batch Operations' })).toBeVisible()

    await page.goto(link)
    await expect(page.getByRole('heading', { name: 'Roster is set up already' })).toBeVisible()
  } finally {
    await roster.end()
  }
})
