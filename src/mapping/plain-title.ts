import { cleanCell } from './clean-cell.ts'

/** A column's title as it is compared: without regard to case and spaces. */
export function plainTitle(title: string): string {
  return cleanCell(title).toLowerCase().replace(/\s+/g, ' ')
}
