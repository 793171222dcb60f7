/** The longest record, in characters. A file without line breaks must not fill the memory before it is refused. */
export const maxRecordLength = 1_000_000
