/**
 * A number as people write it: without an exponent (`1.2345E4` is 12345), and with the 15 digits that spreadsheets
 * calculate with (0.1 + 0.2 is 0.3). What is no number stays as it is.
 */
export function numberText(stored: string): string {
  if (/^(0|-?[1-9]\d*)$/.test(stored)) return stored
  const rounded = Number(Number(stored).toPrecision(15))
  if (stored.trim() === '' || !Number.isFinite(rounded)) return stored
  if (Number.isInteger(rounded)) return BigInt(rounded).toString()
  const text = String(rounded)
  return text.includes('e') ? rounded.toFixed(20).replace(/\.?0+$/, '') : text
}
