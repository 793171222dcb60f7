import { fillCompany } from './support/full-company.ts'
import { lookAt, looks, settled } from './support/look.ts'
import { expect, test } from './support/test.ts'
import { violationsOf } from './support/violations-of.ts'

for (const look of looks) {
  test(`axe finds nothing on any page: ${look.scheme}, ${look.language}`, async ({
    page,
    company,
  }) => {
    test.slow()
    const { pages, doors } = await fillCompany(company)
    await lookAt(page, look)
    for (const [name, address] of Object.entries(pages)) {
      await page.goto(address)
      await settled(page)
      expect.soft(await violationsOf(page), name).toEqual([])
    }
    await page.context().clearCookies()
    for (const [name, address] of Object.entries(doors)) {
      await page.goto(address)
      await settled(page)
      expect.soft(await violationsOf(page), name).toEqual([])
    }
  })
}
