import { test as base, expect, type Browser, type Page } from '@playwright/test'
import { startSmtpServer, type TestSmtpServer } from '../support/smtp-server.ts'
import { askToExecute, execute, provide, verify, result } from './support/journey.ts'
import { linkIn } from './support/link-in.ts'
import { startMeetingServer, type MeetingServer } from './support/meeting-server.ts'
import { startRoster, type RosterServer } from './support/roster-server.ts'

interface House {
  readonly mails: TestSmtpServer
  readonly meetings: MeetingServer
  readonly roster: RosterServer
}

/** A server that really mails, and a company whose rooms really lead somewhere. */
const test = base.extend<{ readonly house: House }>({
  // oxlint-disable-next-line no-empty-pattern -- the runner reads from it what the fixture needs
  house: async ({}, use) => {
    await using mails = await startSmtpServer()
    await using meetings = await startMeetingServer()
    const roster = await startRoster('serve', { ROSTER_SMTP_URL: mails.url })
    await use({ mails, meetings, roster })
    await roster.end()
  },
})

const passphrase = 'correct horse battery staple'

test('fifty people are invited, one comes in, a guest enters one room, and both are out at once', async ({
  house: { mails, meetings, roster },
  browser,
}) => {
  const admin = await openPage(browser, roster.url)
  await test.step('the first administrator comes in by the link that init prints', async () => {
    const { link } = (await roster.ask('/companies', {
      name: 'Example',
      admin: 'admin@example.org',
    })) as { link: string }
    await admin.goto(link)
    await admin.getByRole('textbox', { name: 'First name' }).fill('Grace')
    await admin.getByRole('textbox', { name: 'Last name' }).fill('Hopper')
    await admin.getByLabel('Password', { exact: true }).fill(passphrase)
    await admin.getByRole('button', { name: 'Choose password' }).click()
    await expect(admin.getByRole('combobox', { name: 'Select batch operation' })).toBeVisible()
  })

  await test.step('rooms, and where they are entered', async () => {
    for (const name of ['room 1', 'room 2', 'room 3']) await api(admin, 'POST', '/rooms', { name })
    const template = `${meetings.url}/{room}?name={name}`
    await api(admin, 'PUT', '/company/meeting-server', { address: template, appId: null })
  })

  await test.step('fifty people and a guest are invited by batches', async () => {
    await provide(admin, 'Invite and assign users', people.join('\n'))
    const overview = await verify(admin)
    await expect(overview.getByText(/50 people will be invited/u)).toBeVisible()
    await execute(admin)
    await provide(admin, 'Invite guests', 'kurt@example.net,Kurt,room 1,Spectator,True')
    await verify(admin)
    await execute(admin)
    await expect.poll(() => mails.arrived.length, { timeout: 60_000 }).toBe(51)
    expect(new Set(mails.arrived.map(({ to }) => to)).size).toBe(51)
  })

  const user = await openPage(browser, roster.url)
  await test.step('one of them opens the link, chooses a password and sees the right rooms', async () => {
    await user.goto(linkIn(mails, 'person.7@example.org'))
    await expect(user.getByText('Grace Hopper')).toBeVisible()
    await expect(user.getByRole('textbox', { name: 'First name' })).toHaveValue('Person')
    await user.getByLabel('Password', { exact: true }).fill(passphrase)
    await user.getByRole('button', { name: 'Accept the invitation' }).click()
    await expect(user).toHaveURL(/\/my-rooms$/u)
    await expect(
      user.getByRole('row').or(user.getByRole('listitem')).filter({ hasText: 'room' }),
    ).toHaveText([/room 1.*Moderator/u, /room 2.*Moderator/u])
    expect(await status(user, '/users')).toBe(403)
    expect(await status(user, '/batches')).toBe(403)
    const { rooms } = (await api(admin, 'GET', '/rooms')) as {
      rooms: readonly { id: string; name: string }[]
    }
    const other = rooms.find(({ name }) => name === 'room 3')
    expect(await status(user, `/my-rooms/${other?.id}`)).toBe(404)
  })

  const guest = await openPage(browser, roster.url)
  const guestLink = linkIn(mails, 'kurt@example.net')
  await test.step('the guest enters one room, and nothing else is there for them', async () => {
    await guest.goto(guestLink)
    await expect(guest.getByRole('heading', { name: 'room 1' })).toBeVisible()
    const token = guestLink.split('/').at(-1) ?? ''
    for (const path of ['/me', '/my-rooms', '/rooms', '/users', '/batches', '/company']) {
      expect([path, await status(guest, path, { 'Roster-Link': token })]).toEqual([path, 404])
      expect([path, await status(guest, path)]).toEqual([path, 401])
    }
    await guest.getByRole('button', { name: 'Enter' }).click()
    await expect(guest).toHaveURL(new RegExp(`^${meetings.url}/`, 'u'))
    expect(new URL(guest.url()).searchParams.get('name')).toBe('Kurt')
  })

  await test.step('both are removed by batches', async () => {
    await provide(admin, 'Delete users', 'person.7@example.org')
    await verify(admin)
    const question = await askToExecute(admin)
    await question.getByLabel('Type 1 to confirm the deletion').fill('1')
    await question.getByRole('button', { name: 'Delete 1 user' }).click()
    await result(admin)
    await provide(admin, 'Invite guests', 'kurt@example.net,Kurt,room 1,No access,False')
    await verify(admin)
    await execute(admin)
  })

  await test.step('both are out at once', async () => {
    expect(await status(user, '/my-rooms')).toBe(401)
    await user.reload()
    await expect(user).toHaveURL(/\/sign-in/u)
    await guest.goto(guestLink)
    await expect(guest.getByText(/gives no access/u)).toBeVisible()
    await expect(guest.getByRole('button', { name: 'Enter' })).toBeHidden()
  })
})

const people = Array.from(
  { length: 50 },
  (_, index) =>
    `person.${index + 1}@example.org,Person,Number ${index + 1},"room 1,room 2",Moderator`,
)

async function openPage(browser: Browser, baseURL: string): Promise<Page> {
  const context = await browser.newContext({ baseURL, locale: 'en-GB' })
  return await context.newPage()
}

/** Asks the API as the page does: with its cookie, from its own address. */
async function api(page: Page, method: string, path: string, data?: object): Promise<unknown> {
  const origin = new URL(page.url()).origin
  const answer = await page.request.fetch(`/api/v1${path}`, { method, data, headers: { origin } })
  if (!answer.ok()) throw new Error(`${method} ${path}: ${await answer.text()}`)
  return answer.status() === 204 ? undefined : await answer.json()
}

async function status(page: Page, path: string, headers: Record<string, string> = {}) {
  return (await page.request.get(`/api/v1${path}`, { headers })).status()
}
