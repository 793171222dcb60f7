import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { readXlsx } from 'hucre/xlsx'

/** A report by the names of its columns, row by row. */
export type Report = readonly Readonly<Record<string, string>>[]

/** Downloads a report by the button that offers it, in each of its formats. */
export async function downloadReport(
  page: Page,
  button: string,
): Promise<{ readonly csv: Report; readonly xlsx: Report }> {
  const csv = await download(page, button, 'Text (CSV)')
  const xlsx = await readXlsx(await download(page, button, 'Excel workbook (XLSX)'))
  return {
    csv: byTitle(parse(csv, { bom: true })),
    xlsx: byTitle(
      (xlsx.sheets[0]?.rows ?? []).map((cells) => cells.map((cell) => String(cell ?? ''))),
    ),
  }
}

async function download(page: Page, button: string, format: string): Promise<Buffer> {
  await page.getByRole('button', { name: button }).click()
  const coming = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: format }).click()
  return await readFile(await (await coming).path())
}

function byTitle([titles = [], ...rows]: readonly (readonly string[])[]): Report {
  return rows.map((cells) =>
    Object.fromEntries(titles.map((title, at) => [title, cells[at] ?? ''])),
  )
}
