export type EmbeddedErrorCode =
  | 'not-a-folder'
  | 'foreign-folder'
  | 'folder-not-writable'
  | 'no-space'
  | 'unsupported-platform'
  | 'cannot-run'
  | 'no-account'
  | 'damaged-folder'
  | 'other-version'
  | 'database-elsewhere'
  | 'did-not-start'

/** The embedded database cannot be had; `message` is a sentence for people that says what to do. */
export class EmbeddedError extends Error {
  override readonly name = 'EmbeddedError'
  readonly code: EmbeddedErrorCode
  readonly details: Readonly<Record<string, string>>

  constructor(
    code: EmbeddedErrorCode,
    message: string,
    details: Readonly<Record<string, string>> = {},
    options?: ErrorOptions,
  ) {
    super(message, options)
    this.code = code
    this.details = details
  }
}

/** What to do where no embedded database can run; ends many of the sentences. */
export const useYourOwn = 'set ROSTER_DATABASE_URL to a PostgreSQL server of your own'
