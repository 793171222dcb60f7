/** How much of a source is too much. What is more is refused with a sentence, before it fills the memory. */
export interface SourceLimits {
  /** Of the source as it comes, not unpacked. */
  readonly bytes: number
  /** Rows of data: one record more is read, since the first may be a header. */
  readonly rows: number
  /** Cells of one record. */
  readonly columns: number
  /** Characters of one cell. A cell that is only too long for its field is a problem of its row. */
  readonly cellLength: number
  /** What a workbook may unpack to, in bytes. */
  readonly unpackedBytes: number
  /** How many times its packed size a part of a workbook may unpack to. */
  readonly unpackedRatio: number
}

/** The limits of an installation that sets none of its own. */
export const usualSourceLimits: SourceLimits = {
  bytes: 200_000_000,
  rows: 2_000_000,
  // A spreadsheet has 16,384; a list of people with more than a thousand is a matrix, or has lost its line ends.
  columns: 1_000,
  // A spreadsheet's own limit is 32,767.
  cellLength: 100_000,
  // A sheet of a million rows with five columns has about 250 MB.
  unpackedBytes: 1_000_000_000,
  // XML of real sheets shrinks to a tenth, of empty ones with formats to a fiftieth; bombs to a thousandth.
  unpackedRatio: 200,
}
