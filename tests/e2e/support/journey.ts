import { expect, type Locator, type Page } from '@playwright/test'

/** What a person brings: rows as plain text, or a file. */
export type Source =
  | string
  | { readonly file: string }
  | { readonly name: string; readonly content: string | Buffer }

/** Step 1 and 2: selects an operation by its label, and brings a source; ends on the page of the batch. */
export async function provide(page: Page, operation: string, source: Source): Promise<void> {
  await page.goto('/batch-operations')
  await select(page, operation)
  await bring(page, source)
  await expect(grid(page)).toBeVisible()
}

export async function select(page: Page, operation: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Select batch operation' }).click()
  await page.getByRole('option', { name: operation, exact: true }).click()
}

/** Step 2: the text is entered and processed, the file is chosen. */
export async function bring(page: Page, source: Source): Promise<void> {
  if (typeof source === 'string') {
    await page.getByRole('textbox', { name: 'Plain text' }).fill(source)
    await page.getByRole('button', { name: 'Process text' }).click()
    return
  }
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a file' }).press('Enter')
  await (await choosing).setFiles(filesOf(source))
}

/** Presses “Verify data”, and waits for the overview. */
export async function verify(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Verify data' }).click()
  return overview(page)
}

/** The overview once it says what would happen now; nothing is being verified any more. */
export async function overview(page: Page): Promise<Locator> {
  const region = page.getByRole('region', { name: 'Overview' })
  await expect(region.getByRole('status')).toHaveText(/problem/u)
  return region
}

/** Opens the question whether to execute. */
export async function askToExecute(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Execute operation' }).click()
  return page.getByRole('dialog', { name: /^Execute “/u })
}

/** Executes what nothing stands in the way of, and waits for the result. */
export async function execute(page: Page): Promise<Locator> {
  const question = await askToExecute(page)
  await question.getByRole('button', { name: 'Execute operation' }).click()
  return result(page)
}

/** The result, once there is one: many rows take their time. */
export async function result(page: Page): Promise<Locator> {
  const region = page.getByRole('region', { name: 'Result' })
  await expect(region).toBeVisible({ timeout: 120_000 })
  return region
}

export function grid(page: Page): Locator {
  return page.getByRole('grid')
}

/** A row of the grid by something that stands in it. */
export function row(page: Page, text: string): Locator {
  return grid(page).getByRole('row').filter({ hasText: text })
}

/** @param column counted from 1 */
export function cell(page: Page, rowText: string, column: number): Locator {
  return row(page, rowText)
    .getByRole('gridcell')
    .nth(column - 1)
}

/** Opens a cell, writes in it, and saves. */
export async function write(cell: Locator, text: string): Promise<void> {
  const page = cell.page()
  await cell.dblclick()
  await grid(page)
    .getByLabel(/, line \d+$/u)
    .fill(text)
  await page.keyboard.press('Enter')
}

export function problems(page: Page): Locator {
  return page.getByRole('region', { name: 'Problems' })
}

/** A kind of problem in the overview by its words. */
export function problem(page: Page, name: string | RegExp): Locator {
  return page
    .getByRole('region', { name: 'Problems' })
    .getByRole('listitem')
    .filter({ hasText: name })
}

function filesOf(source: Exclude<Source, string>) {
  if ('file' in source) return source.file
  const { name, content } = source
  return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) }
}
