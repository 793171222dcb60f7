import { defineConfig } from '@playwright/test'

/** The console in a real browser, against the real server on the embedded database. */
export default defineConfig({
  testDir: '.',
  testMatch: files(),
  outputDir: '../../test-results',
  // Each test has a company of its own, so they can run side by side.
  fullyParallel: true,
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  // What passes only at its second attempt is named in the summary of the run.
  retries: 1,
  forbidOnly: process.env['CI'] !== undefined,
  use: {
    locale: 'en-GB',
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    screenshot: 'only-on-failure',
    permissions: ['clipboard-read', 'clipboard-write'],
    launchOptions: {
      ...(process.env['CHROMIUM'] !== undefined && { executablePath: process.env['CHROMIUM'] }),
      args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
    },
  },
})

/** The tests, or what `npm run pictures` runs. */
function files(): string {
  if (process.env['README_PICTURES'] !== undefined) return 'readme.pictures.ts'
  return process.env['PICTURES'] === undefined ? '*.e2e.ts' : 'pages.pictures.ts'
}
