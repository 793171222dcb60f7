import type { Browser, Page } from '@playwright/test'
import type { Company } from './test.ts'

/** The link in the newest mail to this address, as the company's outbox has it. */
export async function linkTo(company: Company, email: string): Promise<string> {
  const { mails } = await company.ask<{ mails: readonly { id: string; to: string }[] }>('/mails')
  const mail = mails.find(({ to }) => to === email)
  const { links } = await company.ask<{ links: readonly { link: string }[] }>(`/mails/${mail?.id}`)
  return links[0]?.link ?? ''
}

/**
 * An active user of the company, who accepted their invitation with this password.
 * @param line email, first name, last name
 */
export async function addActive(
  company: Company,
  line: string,
  password: string,
): Promise<{ readonly email: string }> {
  await company.run('invite-users', [line])
  const [email = '', firstName = '', lastName = ''] = line.split(',')
  const link = new URL(await linkTo(company, email))
  const answer = await fetch(`${link.origin}/api/v1/invitation`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'roster-link': link.pathname.split('/').at(-1) ?? '',
    },
    body: JSON.stringify({ firstName, lastName, language: 'en', password }),
  })
  if (!answer.ok) throw new Error(await answer.text())
  return { email }
}

/** Signs in on the page, from wherever it is. */
export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/sign-in')
  await enter(page, email, password)
}

/** Fills in the sign-in that is shown. */
export async function enter(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** A browser of somebody else, who is not signed in. */
export async function anotherBrowser(browser: Browser, baseURL: string): Promise<Page> {
  const context = await browser.newContext({ baseURL, locale: 'en-GB', reducedMotion: 'reduce' })
  return await context.newPage()
}
