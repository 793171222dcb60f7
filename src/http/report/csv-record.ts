/** The first line of a CSV file: its column names, after the mark by which Excel knows UTF-8. */
export function csvHeader(titles: readonly string[]): string {
  return byteOrderMark + csvRecord(titles)
}

/** A line of a CSV file as RFC 4180 has it: commas, CRLF, quotes where they are needed. */
export function csvRecord(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\r\n`
}

const byteOrderMark = '\ufeff'

// A space at an edge, or what begins a formula, is quoted too: some readers treat it with less care otherwise.
const needsQuotes = /[",\r\n]|^[\s=+@-]|\s$/

function quoted(cell: string): string {
  return needsQuotes.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
