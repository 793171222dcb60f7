import { SourceError } from '../../domain/table.ts'
import type { SourceRow } from '../../domain/table.ts'
import type { Sheet } from './sheet.ts'

/**
 * The sheet that the person named, else the obvious one: of those that are visible and not empty (else of the
 * hidden ones) the first that begins with e-mail addresses, else the first. Throws `unknown-sheet` with the names
 * that there are, and `no-rows` when all are empty.
 */
export async function selectSheet(sheets: readonly Sheet[], chosen?: string): Promise<Sheet> {
  if (chosen === undefined) {
    const visible = sheets.filter((sheet) => sheet.visible)
    const hidden = sheets.filter((sheet) => !sheet.visible)
    const obvious = (await mostPromising(visible)) ?? (await mostPromising(hidden))
    if (obvious === undefined) throw new SourceError('no-rows')
    return obvious
  }
  const sheet = sheets.find(({ name }) => name === chosen)
  if (sheet !== undefined) return sheet
  const names = sheets.map(({ name }) => name).join(', ')
  throw new SourceError('unknown-sheet', { sheet: chosen, sheets: names })
}

async function mostPromising(sheets: readonly Sheet[]): Promise<Sheet | undefined> {
  let best: { readonly sheet: Sheet; readonly promise: number } | undefined
  for (const sheet of sheets) {
    const promise = promiseOf(await sheet.beginning())
    if (promise > (best?.promise ?? 0)) best = { sheet, promise }
    if (promise === listOfPeople) break
  }
  return best?.sheet
}

/**
 * How much a sheet promises to be a list of people. Only its beginning counts: a help sheet has its examples
 * below what it explains, and a cover has one address at most.
 */
function promiseOf(beginning: readonly SourceRow[]): number {
  const withAddress = beginning.filter(({ cells }) => cells.some(isAddress)).length
  return Math.min(beginning.length, 1) + Math.min(withAddress, 2)
}

const listOfPeople = 3

function isAddress(cell: string): boolean {
  return cell.length < 320 && /^\s*\S+@\S+\.\S+\s*$/.test(cell)
}
