import path from 'node:path'
import { fillCompany } from './support/full-company.ts'
import { lookAt, looks, settled } from './support/look.ts'
import { expect, test } from './support/test.ts'

// Only `npm run pictures -- FOLDER` runs this.
const folder = process.env['PICTURES'] ?? ''
const widths = [360, 1280, 1920]

for (const look of looks) {
  test(`every page fits its window: ${look.scheme}, ${look.language}`, async ({
    page,
    company,
  }) => {
    test.slow()
    const { pages, doors } = await fillCompany(company)
    await lookAt(page, look)
    for (const width of widths) {
      await page.setViewportSize({ width, height: width === 360 ? 740 : Math.round(width * 0.625) })
      for (const [name, address] of Object.entries({ ...pages, ...doors })) {
        await page.goto(address)
        await settled(page)
        const tooWide = await page.evaluate(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        )
        expect.soft(tooWide, `${name} at ${width} pixels`).toBe(0)
        const file = `${name}-${width}-${look.scheme}-${look.language}.png`
        await page.screenshot({ path: path.join(folder, file) })
      }
    }
  })
}
