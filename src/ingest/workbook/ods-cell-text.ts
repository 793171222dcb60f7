import { numberText } from './number-text.ts'
import { percentText } from './percent-text.ts'

/** The attributes of a cell, by their names in the document. */
export type OdsCell = Readonly<Record<string, string>>

/** A cell as people see it; `text` is what the program that saved it has shown. */
export function odsCellText(cell: OdsCell, text: string): string {
  // The value of an error is nothing, or 0.
  if (cell['calcext:value-type'] === 'error') return text
  const value = cell['office:value']
  switch (cell['office:value-type']) {
    case 'float':
    case 'currency':
      // A number that is shown with its leading zeros is a postal code or the like.
      return value === undefined || /^0\d+$/.test(text) ? text : numberText(value)
    case 'percentage':
      return value === undefined ? text : percentText(value)
    case 'boolean':
      return cell['office:boolean-value'] === 'true' ? 'TRUE' : 'FALSE'
    case 'date':
      return isoDate(cell['office:date-value']) ?? text
    case 'time':
      return isoTime(cell['office:time-value']) ?? text
    case 'string':
      return cell['office:string-value'] ?? text
    case undefined:
    default:
      return text
  }
}

/** Without fractions of seconds, and without a time at midnight. */
function isoDate(value: string | undefined): string | undefined {
  return value?.replace(/\.\d+$/, '').replace(/T00:00:00$/, '')
}

/** `PT09H30M00S` as `09:30:00`. */
function isoTime(value: string | undefined): string | undefined {
  const [, hours, minutes, seconds] = /^PT(\d+)H(\d+)M(\d+)/.exec(value ?? '') ?? []
  return hours === undefined ? undefined : `${hours}:${minutes}:${seconds}`
}
