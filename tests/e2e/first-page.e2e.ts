import type { Page } from '@playwright/test'
import { expect, test } from './support/test.ts'

// What the build makes of hundreds of modules, as a browser meets it that has nothing yet: 6 files, 314 kB.

test('the first page asks for a handful of files, and a later one for one of its own', async ({
  page,
}) => {
  const first = await filesOf(page, async () => {
    await page.goto('/batch-operations')
    await expect(page.getByRole('combobox', { name: 'Select batch operation' })).toBeVisible()
  })
  expect(first.names.length, first.names.join('\n')).toBeLessThanOrEqual(7)
  expect(first.kilobytes, first.names.join('\n')).toBeLessThan(350)

  const later = await filesOf(page, async () => {
    await page.getByRole('link', { name: 'Rooms', exact: true }).click()
    await expect(page.getByRole('heading', { name: 'Rooms', level: 1 })).toBeVisible()
  })
  expect(later.names.length, later.names.join('\n')).toBeLessThanOrEqual(2)
})

/** The scripts and styles that a browser asks for while something is done, and what of them crosses the line. */
async function filesOf(page: Page, act: () => Promise<void>) {
  const answers: Promise<{ name: string; bytes: number }>[] = []
  page.on('requestfinished', (request) => {
    const { pathname } = new URL(request.url())
    if (!/\.(?:js|css)$/u.test(pathname)) return
    answers.push(
      request.sizes().then((sizes) => ({ name: pathname, bytes: sizes.responseBodySize })),
    )
  })
  await act()
  page.removeAllListeners('requestfinished')
  const files = await Promise.all(answers)
  return {
    names: files.map(({ name }) => name),
    kilobytes: files.reduce((sum, { bytes }) => sum + bytes, 0) / 1_000,
  }
}
