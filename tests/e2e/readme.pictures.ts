import path from 'node:path'
import { fillCompany } from './support/full-company.ts'
import { settled } from './support/look.ts'
import { test } from './support/test.ts'

// Only `npm run pictures` runs this, and says where they belong.
const folder = process.env['README_PICTURES'] ?? ''

test('the pictures of the README', async ({ page, company }) => {
  await company.ask('/company', { method: 'PATCH', body: { name: 'Example' } })
  await company.ask('/me', { method: 'PATCH', body: { firstName: 'Ada', lastName: 'Lovelace' } })
  const { pages, doors } = await fillCompany(company)
  const take = (name: string) => page.screenshot({ path: path.join(folder, `${name}.png`) })
  const open = async (address: string | undefined) => {
    await page.goto(address ?? '')
    await settled(page)
  }
  await page.setViewportSize({ width: 1280, height: 960 })
  await open(pages['provide'])
  await take('select')
  await open(pages['verify'])
  await take('verify')
  await page.getByRole('grid').evaluate((grid) => grid.scrollIntoView({ block: 'end' }))
  await take('rows')
  await open(pages['result'])
  await take('result')
  await page.emulateMedia({ colorScheme: 'dark' })
  await open(pages['room'])
  await take('room')
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 1280, height: 720 })
  await open(doors['invitation'])
  await take('invitation')
})
