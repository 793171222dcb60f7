import path from 'node:path'
import { fillCompany } from './support/full-company.ts'
import { lookAt, looks, settled } from './support/look.ts'
import { expect, test } from './support/test.ts'

// `npm run pictures` names the folders; otherwise the pages are only measured.
const { PICTURES: all, README_PICTURES: chosen } = process.env
const widths = all === undefined ? [1280] : [360, 1280, 1920]

for (const look of looks) {
  test(`every page fits its window: ${look.scheme}, ${look.language}`, async ({
    page,
    company,
  }) => {
    test.slow()
    const { pages } = await fillCompany(company)
    await lookAt(page, look)
    for (const width of widths) {
      await page.setViewportSize({ width, height: width === 360 ? 740 : Math.round(width * 0.625) })
      for (const [name, address] of Object.entries(pages)) {
        await page.goto(address)
        await settled(page)
        const tooWide = await page.evaluate(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        )
        expect.soft(tooWide, `${name} at ${width} pixels`).toBe(0)
        if (all === undefined) continue
        const file = `${name}-${width}-${look.scheme}-${look.language}.png`
        await page.screenshot({ path: path.join(all, file) })
      }
    }
  })
}

test('the pictures of the README', async ({ page, company }) => {
  test.skip(chosen === undefined, 'only where they are asked for')
  await company.ask('/company', { method: 'PATCH', body: { name: 'Example' } })
  const { pages } = await fillCompany(company)
  const take = async (name: string, address: string | undefined) => {
    await page.goto(address ?? '')
    await settled(page)
    await page.screenshot({ path: path.join(chosen ?? '', `${name}.png`) })
  }
  await page.setViewportSize({ width: 1280, height: 960 })
  await take('select', pages['provide'])
  await take('verify', pages['verify'])
  await page.getByRole('grid').scrollIntoViewIfNeeded()
  await page.getByRole('grid').evaluate((grid) => grid.scrollIntoView({ block: 'end' }))
  await page.screenshot({ path: path.join(chosen ?? '', 'rows.png') })
  await take('result', pages['result'])
  await page.emulateMedia({ colorScheme: 'dark' })
  await take('room', pages['room'])
})
