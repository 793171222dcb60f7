/**
 * Undoes the escapes of characters that XML cannot hold (`_x000D_` is a carriage return, `_x005F_` an underscore;
 * ECMA-376, 22.9.2.19). Control characters that no text needs stay escaped.
 */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (escape, hex: string) => {
    const code = Number.parseInt(hex, 16)
    const isText = code === 9 || code === 10 || code === 13 || code >= 0x20
    return isText && (code < 0xd800 || code > 0xdfff) ? String.fromCharCode(code) : escape
  })
}
