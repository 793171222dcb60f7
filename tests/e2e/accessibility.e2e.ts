import type { Page } from '@playwright/test'
import { fillCompany } from './support/full-company.ts'
import { lookAt, lookPairs, settled } from './support/look.ts'
import { expect, test } from './support/test.ts'
import { violationsOf } from './support/violations-of.ts'

for (const look of lookPairs) {
  test(`axe finds nothing on any page, and each fits its window: ${look.scheme}, ${look.language}`, async ({
    page,
    company,
  }) => {
    test.slow()
    const { pages, doors } = await fillCompany(company)
    await lookAt(page, look)
    await examine(page, pages)
    await page.context().clearCookies()
    await examine(page, doors)
  })
}

async function examine(page: Page, addresses: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, address] of Object.entries(addresses)) {
    await page.goto(address)
    await settled(page)
    expect.soft(await pixelsBeyond(page), `${name}: pixels beyond its window`).toBe(0)
    expect.soft(await violationsOf(page), name).toEqual([])
  }
}

/** How much of the page is to the right of its window, where nobody looks. */
function pixelsBeyond(page: Page): Promise<number> {
  return page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )
}
