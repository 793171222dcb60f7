export type TransferErrorCode =
  | 'file-exists'
  | 'file-unwritable'
  | 'no-space'
  | 'written-by-another'
  | 'nothing-to-export'
  | 'source-newer'
  | 'key-missing'
  | 'wrong-key'
  | 'served-elsewhere'
  | 'file-unreadable'
  | 'not-an-export'
  | 'damaged'
  | 'file-newer'
  | 'target-served'
  | 'target-used'
  | 'target-newer'
  | 'other-key-here'
  | 'not-taken'
  | 'target-full'

/** An installation cannot be exported or imported as it was asked for; the command line has a sentence for each code. */
export class TransferError extends Error {
  override readonly name = 'TransferError'
  readonly code: TransferErrorCode
  readonly details: Readonly<Record<string, string>>

  constructor(
    code: TransferErrorCode,
    details: Readonly<Record<string, string>> = {},
    options?: ErrorOptions,
  ) {
    super(code, options)
    this.code = code
    this.details = details
  }
}
