/** What stands between two cells: a German Excel opens a file with semicolons in columns, an English one with commas. */
type Delimiter = ',' | ';'

/** The first line of a CSV file: its column names, after the mark by which Excel knows UTF-8. */
export function csvHeader(titles: readonly string[], delimiter: Delimiter = ','): string {
  return byteOrderMark + csvRecord(titles, delimiter)
}

/** A line of a CSV file as RFC 4180 has it: commas unless it is said, CRLF, quotes where they are needed. */
export function csvRecord(cells: readonly string[], delimiter: Delimiter = ','): string {
  return `${cells.map((cell) => quoted(cell, delimiter)).join(delimiter)}\r\n`
}

const byteOrderMark = '\ufeff'

// A space at an edge, or what begins a formula, is quoted too: some readers treat it with less care otherwise.
const needsQuotes = /["\r\n]|^[\s=+@-]|\s$/

function quoted(cell: string, delimiter: Delimiter): string {
  if (!needsQuotes.test(cell) && !cell.includes(delimiter)) return cell
  return `"${cell.replaceAll('"', '""')}"`
}
