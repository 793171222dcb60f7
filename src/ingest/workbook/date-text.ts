const millisecondsPerDay = 86_400_000

/**
 * A spreadsheet's day number as an ISO date (`2026-03-01`), a date with a time (`2026-03-01T09:30:00`) or, below
 * one day, a time (`09:30:00`). Days are counted from 1900, with a 29 February in that year which did not exist,
 * or from 1904. Undefined for numbers that are no date of the years up to 9999.
 */
export function dateText(serial: number, from1904: boolean): string | undefined {
  if (!(serial >= 0 && serial < 2_958_466)) return undefined
  const days = from1904 ? serial + 1462 : serial
  const isBeforeLeapDay = !from1904 && days < 60
  const epoch = Date.UTC(1899, 11, isBeforeLeapDay ? 31 : 30)
  const seconds = Math.round((days * millisecondsPerDay) / 1000)
  const moment = new Date(epoch + seconds * 1000)
  if (moment.getUTCFullYear() > 9999) return undefined
  const [date = '', time = ''] = moment.toISOString().slice(0, 19).split('T')
  if (serial < 1) return time
  return time === '00:00:00' ? date : `${date}T${time}`
}
