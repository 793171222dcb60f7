import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { fillCompany } from './support/full-company.ts'
import { lookAt, looks, settled } from './support/look.ts'
import { expect, test } from './support/test.ts'

for (const look of looks) {
  test(`axe finds nothing on any page: ${look.scheme}, ${look.language}`, async ({
    page,
    company,
  }) => {
    test.slow()
    const { pages } = await fillCompany(company)
    await lookAt(page, look)
    for (const [name, address] of Object.entries(pages)) {
      await page.goto(address)
      await settled(page)
      expect.soft(await violationsOf(page), name).toEqual([])
    }
    await page.context().clearCookies()
    for (const address of ['/sign-in', '/nowhere']) {
      await page.goto(address)
      await settled(page)
      expect.soft(await violationsOf(page), address).toEqual([])
    }
  })
}

async function violationsOf(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any }) => `${id}: ${target.join(' ')} ${any[0]?.message ?? ''}`),
  )
}
