import { once } from 'node:events'
import net, { type AddressInfo } from 'node:net'
import { expect, test as base } from '@playwright/test'
import { startOidcProvider, type TestProvider } from '../support/oidc-provider.ts'
import { startRoster, type RosterServer } from './support/roster-server.ts'

/** A server with a provider, which is another site: `localhost` here, `127.0.0.1` there. */
const test = base.extend<
  object,
  { readonly provider: TestProvider; readonly roster: RosterServer; readonly port: number }
>({
  port: [
    // oxlint-disable-next-line no-empty-pattern -- the runner reads from it what the fixture needs
    async ({}, use) => {
      const server = net.createServer().listen(0, '127.0.0.1')
      await once(server, 'listening')
      const { port } = server.address() as AddressInfo
      server.close()
      await use(port)
    },
    { scope: 'worker' },
  ],
  roster: [
    async ({ port }, use) => {
      const roster = await startRoster('serve', {
        ROSTER_OIDC_ISSUER: `http://127.0.0.1:${port}`,
        ROSTER_OIDC_CLIENT_ID: 'roster',
        ROSTER_OIDC_CLIENT_SECRET: 'a secret of the client: + % &',
        ROSTER_OIDC_NAME: 'Example SSO',
      })
      await roster.ask('/companies', { name: 'Example', admin: 'ada@example.org' })
      await use(roster)
      await roster.end()
    },
    { scope: 'worker' },
  ],
  provider: [
    async ({ roster, port }, use) => {
      const returnTo = `${roster.url}/api/v1/single-sign-on/return`
      const provider = await startOidcProvider({ returnTo, port })
      for (const [name, company] of [
        ['ada', 'org'],
        ['eve', 'net'],
      ] as const) {
        provider.people.set(name, { email: `${name}@example.${company}`, email_verified: true })
      }
      await use(provider)
      await provider[Symbol.asyncDispose]()
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ roster }, use) => use(roster.url),
})

test('whom the provider sends back is signed in, on the page where they wanted to be', async ({
  page,
  provider,
}) => {
  await page.goto('/users')
  await page.getByRole('link', { name: 'Sign in with Example SSO' }).click()
  expect(page.url()).toContain(provider.issuer)
  await page.getByPlaceholder('Enter any login').fill('ada')
  await page.getByPlaceholder('and password').fill('whatever')
  await page.getByRole('button', { name: 'Sign-in' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()

  await expect(page.getByRole('heading', { level: 1, name: 'Users' })).toBeVisible()
  const cookies = await page.context().cookies()
  const session = cookies.find(({ name }) => name === 'roster_session')
  expect(session).toMatchObject({ sameSite: 'Strict', httpOnly: true })
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: 'Users' })).toBeVisible()
})

test('who is no user is told so on the page of the sign-in', async ({ page, provider }) => {
  await page.goto('/rooms')
  await page.getByRole('link', { name: 'Sign in with Example SSO' }).click()
  expect(page.url()).toContain(provider.issuer)
  await page.getByPlaceholder('Enter any login').fill('eve')
  await page.getByPlaceholder('and password').fill('whatever')
  await page.getByRole('button', { name: 'Sign-in' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()

  await expect(page.getByRole('alert')).toContainText('you are no user here')
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
})
