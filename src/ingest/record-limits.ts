/** The longest record, in characters. A file without line breaks must not fill the memory before it is refused. */
export const maxRecordLength = 1_000_000

/** The most cells of a record: a spreadsheet's own limit. */
export const maxCellsPerRecord = 16_384
