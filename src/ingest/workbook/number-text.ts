/**
 * A number as people write it: without an exponent (`1.2345E4` is 12345), and with the 15 digits that spreadsheets
 * calculate with (0.1 + 0.2 is 0.3). What is no number stays as it is.
 */
export function numberText(stored: string): string {
  const value = Number(stored)
  if (stored.trim() === '' || !Number.isFinite(value)) return stored
  if (/^-?(0|[1-9]\d*)$/.test(stored)) return stored
  const rounded = Number(value.toPrecision(15))
  if (Number.isInteger(rounded) && Math.abs(rounded) < 1e300) return BigInt(rounded).toString()
  const text = String(rounded)
  return text.includes('e') ? rounded.toFixed(20).replace(/\.?0+$/, '') : text
}
