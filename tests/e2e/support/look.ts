import type { Page } from '@playwright/test'

/** How a person may look at the console. */
export interface Look {
  readonly scheme: 'light' | 'dark'
  readonly language: 'en' | 'de'
}

export const looks: readonly Look[] = [
  { scheme: 'light', language: 'en' },
  { scheme: 'dark', language: 'en' },
  { scheme: 'light', language: 'de' },
  { scheme: 'dark', language: 'de' },
]

/** Each scheme once and each language once: no language changes a colour, and no scheme a word or a width. */
export const lookPairs: readonly Look[] = [
  { scheme: 'light', language: 'en' },
  { scheme: 'dark', language: 'de' },
]

/** From the next page on, the console is shown so. */
export async function lookAt(page: Page, { scheme, language }: Look): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme })
  await page.addInitScript(
    (language) => localStorage.setItem('roster-language', language),
    language,
  )
}

/** Waits until nothing is loading any more and no picture moves. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForLoadState('networkidle')
}
