/** A server that a command can speak to. */
export interface Server {
  readonly url: string
  readonly key: string
  /** `remote`: ROSTER_URL names it; `folder`: another process serves the data folder; `own`: it runs in this process. */
  readonly kind: 'remote' | 'folder' | 'own'
  /** Waits for the mails that this process delivers, until the signal is aborted. */
  settled(hurry: AbortSignal): Promise<void>
  /** Ends what this process started for it. */
  close(): Promise<void>
}
